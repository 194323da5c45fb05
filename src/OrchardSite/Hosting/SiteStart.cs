using Gongkai.Storage;

namespace OrchardSite.Hosting;

/// <summary>What comes before any command: the folder, the schema, the state of memory, the set-up of an empty site.</summary>
internal static class SiteStart
{
    /// <summary>Makes the site ready to be used.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        await services.GetRequiredService<StorageDatabase>().PrepareAsync(cancellationToken);
        await services.GetRequiredService<ChangeFollowing>().CatchUpAsync(cancellationToken);
        await services.GetRequiredService<SetUp>().RunAsync(cancellationToken);
    }
}
