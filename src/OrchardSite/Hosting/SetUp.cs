using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Storage;

namespace OrchardSite.Hosting;

/// <summary>Sets an empty site up: the set-up recipe, then the sample recipe if wished. A set-up that was cut off is completed at the next start.</summary>
internal sealed class SetUp(
    SiteOptions options, ISettingsStore settings, StorageDatabase database, ChangeFollowing following, IServiceScopeFactory scopes, ILogger<SetUp> logger)
{
    private const string Document = "SetUp";

    /// <summary>Does what is still to be done; nothing on a site that is set up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IsDone)
            return;
        // Two processes may find the site empty at once: one sets it up, the other waits and finds it done.
        await using var only = await database.LockAsync("setup", cancellationToken);
        await following.CatchUpAsync(cancellationToken);
        if (IsDone)
            return;
        var state = settings.Get(Document);
        if (!state.ContainsKey("WithSample"))
        {
            state["WithSample"] = options.WithSample;
            await settings.SaveAsync(Document, state, cancellationToken);
        }

        string[] recipes = state.Flag("WithSample") ? [options.SetUpRecipe, options.SampleRecipe] : [options.SetUpRecipe];
        await ImportAsync(recipes, cancellationToken);
        state["Done"] = true;
        await settings.SaveAsync(Document, state, cancellationToken);
    }

    private bool IsDone => settings.Get(Document).Flag("Done");

    private async Task ImportAsync(string[] recipes, CancellationToken cancellationToken)
    {
        logger.LogInformation("首次启动，正在导入：{Recipes}", string.Join('、', recipes.Select(Path.GetFileName)));
        await using var scope = scopes.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<RecipeImporter>();
        var report = await importer.ImportAsync([.. recipes.Select(RecipeSource.File)], cancellationToken: cancellationToken);
        if (!report.Succeeded)
            throw new SetUpException(report);
    }
}

/// <summary>The set-up recipe or the sample recipe has faults: the site cannot start.</summary>
internal sealed class SetUpException(RecipeReport report) : Exception("无法建立站点：配方有错误。")
{
    /// <summary>What the import found.</summary>
    public RecipeReport Report { get; } = report;
}
