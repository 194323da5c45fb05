using Gongkai.Content;
using Gongkai.Recipes.Definitions;
using Gongkai.Recipes.Export;
using Gongkai.Recipes.Journal;
using Gongkai.Recipes.Packages;
using Gongkai.Recipes.Runs;
using Gongkai.Recipes.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Recipes;

/// <summary>Registers the recipes.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds import and export of recipes over the ports of the model, with the steps that every home has. A home that lets scripts read configuration adds a <see cref="Scripting.RecipeConfiguration"/>.</summary>
    public static IServiceCollection AddGongkaiRecipes(this IServiceCollection services)
    {
        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ReplaceContentDefinitionStep>();
        services.AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, ThemesStep>();
        services.AddScoped<IRecipeStep, TemplatesStep>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<IRecipeStep, CustomSettingsStep>();
        services.AddScoped<IRecipeStep, RecipesStep>();
        services.AddSingleton(KeptFeatures.Menu);
        services.AddSingleton<ImportJournal>();
        services.AddScoped<RecipeImporter>();
        services.AddScoped<RecipeExporter>();
        services.AddSingleton(provider => new TableRecipe(provider.GetService<IItemTable>(), provider.GetService<ITableFiles>()));
        services.AddSingleton<RunFiles>();
        services.AddSingleton<IRecipeRuns, RecipeRuns>();
        services.AddScoped<IRecipeExports, RecipeExports>();
        services.AddSingleton<IDefinitionChanges, DefinitionChanges>();
        return services;
    }
}
