using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web;

/// <summary>What every module registers.</summary>
public static class ModuleServices
{
    /// <summary>Offers a module to recipes as a feature: enabling it runs the recipe embedded in its assembly.</summary>
    /// <param name="services">The services.</param>
    /// <param name="module">The module.</param>
    /// <param name="displayName">What people read.</param>
    public static IServiceCollection AddRecipeFeature(this IServiceCollection services, IModule module, string displayName)
    {
        var assembly = module.GetType().Assembly;
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith(".recipe.json", StringComparison.Ordinal));
        return services.AddSingleton(new RecipeFeature(module.Name, displayName, () => assembly.GetManifestResourceStream(resource)!));
    }
}
