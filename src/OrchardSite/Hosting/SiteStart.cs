using Gongkai.Content;
using Gongkai.Recipes.Packages;
using Gongkai.Storage;
using OrchardSite.Backup;

namespace OrchardSite.Hosting;

/// <summary>What comes before any command: the folder, the schema, the state of memory, the set-up of an empty site.</summary>
internal static class SiteStart
{
    /// <summary>Makes the site ready to be used.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        MakeFolder(services.GetRequiredService<SiteOptions>().DataFolder);
        if (File.Exists(Path.Combine(services.GetRequiredService<SiteOptions>().DataFolder, SiteRestore.Marker)))
            throw new SiteException($"恢复到数据文件夹 {services.GetRequiredService<SiteOptions>().DataFolder} 的备份没有完成。请清空这个文件夹，再恢复一次。");
        RecipePackage.CleanUp(services.GetRequiredService<ISiteFolder>());
        await services.GetRequiredService<StorageDatabase>().PrepareAsync(cancellationToken);
        await DeskAddress.CheckContentAsync(services, cancellationToken);
        await services.GetRequiredService<ChangeFollowing>().CatchUpAsync(cancellationToken);
        await services.GetRequiredService<SetUp>().RunAsync(cancellationToken);
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // A folder that can be read only is found out here, not in the middle of something.
            using var probe = new FileStream(Path.Combine(folder, ".probe-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SiteException($"不能使用数据文件夹 {folder}（{fault.Message}）。请检查它是否为可写的文件夹，或用 --data 指定另一个。", fault);
        }
    }
}
