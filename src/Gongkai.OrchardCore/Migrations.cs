using Gongkai.Content;
using Gongkai.OrchardCore.Content;
using Gongkai.OrchardCore.Feed;
using Gongkai.OrchardCore.Searches;
using Gongkai.OrchardCore.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Recipes.Services;
using YesSql.Sql;

namespace Gongkai.OrchardCore;

/// <summary>Our tables: changes, links, counters, counts of searches.</summary>
internal sealed class Migrations(Schema schema) : DataMigration
{
    private const int LongestName = 190;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<GongkaiChangeIndex>(table => table
            .Column<long>(nameof(GongkaiChangeIndex.Sequence))
            .Column<string>(nameof(GongkaiChangeIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(GongkaiChangeIndex.ContentType), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<GongkaiChangeIndex>(table => table
            .CreateIndex("IDX_GongkaiChangeIndex_Sequence", nameof(GongkaiChangeIndex.Sequence)));
        await SchemaBuilder.CreateMapIndexTableAsync<GongkaiLinkIndex>(table => table
            .Column<string>(nameof(GongkaiLinkIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(GongkaiLinkIndex.ContentType), column => column.WithLength(255))
            .Column<string>(nameof(GongkaiLinkIndex.Target), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<GongkaiLinkIndex>(table => table
            .CreateIndex("IDX_GongkaiLinkIndex_Target", nameof(GongkaiLinkIndex.Target)));
        await SchemaBuilder.CreateTableAsync(Schema.CounterTable, table => table
            .Column<string>("Name", column => column.PrimaryKey().WithLength(LongestName))
            .Column<long>("Value"));
        await SchemaBuilder.CreateTableAsync(Schema.SiteChangeTable, table => table
            .Column<string>("Name", column => column.PrimaryKey().WithLength(LongestName))
            .Column<string>("Mark", column => column.WithLength(64))
            .Column<long>("Sequence"));
        await InsertAsync($"INSERT INTO {schema.Counters} ({schema.Column("Name")}, {schema.Column("Value")}) VALUES ('changes', 0)");
        foreach (var name in (string[])[TenantFeed.Definitions, SettingsNames.Site])
            await InsertAsync($"INSERT INTO {schema.SiteChanges} ({schema.Column("Name")}, {schema.Column("Mark")}, {schema.Column("Sequence")}) VALUES ('{name}', '', 0)");
        schema.MarkReady();
        return await UpdateFrom1Async();
    }

    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateTableAsync(Schema.SearchCountTable, table => table
            .Column<string>("Day", column => column.PrimaryKey().WithLength(10))
            .Column<string>("Mark", column => column.PrimaryKey().WithLength(TenantSearchLog.MarkLength))
            .Column<int>("Position", column => column.PrimaryKey())
            .Column<string>("Query", column => column.NotNull().WithLength(100))
            .Column<long>("Count", column => column.NotNull())
            .Column<int>("Results"));
        return 2;
    }

    private async Task InsertAsync(string sql)
    {
        await using var command = SchemaBuilder.Connection.CreateCommand();
        command.Transaction = SchemaBuilder.Transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A module's content types, by the very recipe of the other home.</summary>
internal abstract class RecipeMigration(string module, string recipe, IServiceProvider services, ILogger logger) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        var (feature, known) = await ReadAsync();
        var conflicts = DefinitionConflicts.Of(feature, known);
        foreach (var conflict in conflicts)
            logger.LogError("{Conflict}", conflict);
        // Nothing of the tenant's own is touched; zero is asked again at the next start.
        if (conflicts.Count > 0)
            return 0;
        await services.GetRequiredService<IRecipeMigrator>().ExecuteAsync(recipe, this);
        return 1;
    }

    /// <summary>What the recipes have brought since: standard items, quotations, the glossary. Whoever adds to a recipe adds a number here.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        var (feature, known) = await ReadAsync();
        foreach (var step in MissingDefinitions.Of(feature, known))
        {
            foreach (var handler in services.GetServices<IRecipeStepHandler>())
                await handler.ExecuteAsync(new() { Name = "ContentDefinition", Step = step });
        }

        return 2;
    }

    private async Task<(RecipeFeature Feature, DefinitionSnapshot Known)> ReadAsync()
    {
        var snapshots = services.GetRequiredService<SiteSnapshots>();
        await snapshots.RefreshAsync(services);
        return (services.GetServices<RecipeFeature>().Single(feature => feature.Name == module), snapshots.Current);
    }
}

/// <summary>The catalogue's content types.</summary>
[Feature("Gongkai.Catalogue")]
internal sealed class CatalogueMigrations(IServiceProvider services, ILogger<CatalogueMigrations> logger)
    : RecipeMigration("Gongkai.Catalogue", "catalogue.recipe.json", services, logger);

/// <summary>The interpretations' content types.</summary>
[Feature("Gongkai.Interpretations")]
internal sealed class InterpretationMigrations(IServiceProvider services, ILogger<InterpretationMigrations> logger)
    : RecipeMigration("Gongkai.Interpretations", "interpretations.recipe.json", services, logger);

/// <summary>The Q&amp;A issues' content types, and the glossary's.</summary>
[Feature("Gongkai.PolicyQuestions")]
internal sealed class PolicyQuestionMigrations(IServiceProvider services, ILogger<PolicyQuestionMigrations> logger)
    : RecipeMigration("Gongkai.PolicyQuestions", "policyquestions.recipe.json", services, logger);
