using Gongkai.Content;
using Gongkai.Recipes;

namespace OrchardSite.Hosting;

/// <summary>Sets an empty data folder up: the set-up recipe, then the sample recipe if wished. A set-up that was cut off is completed at the next start.</summary>
internal sealed class SetUp(SiteOptions options, ISettings settings, IServiceScopeFactory scopes, ILogger<SetUp> logger)
{
    private const string Document = "SetUp";
    private const string LockFile = "setup.lock";

    /// <summary>Does what is still to be done; nothing on a site that is set up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IsDone)
            return;
        await using var only = await LockAsync(cancellationToken);
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

    /// <summary>Two processes may find the folder empty at once: one sets it up, the other waits.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.DataFolder, LockFile);
        using var retry = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await retry.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

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
