namespace OrchardSite.Backup;

/// <summary>Registers backup and restore.</summary>
internal static class BackupServices
{
    /// <summary>Adds both.</summary>
    public static IServiceCollection AddSiteBackup(this IServiceCollection services, BackupFolders folders) => services.AddSingleton(folders).AddSingleton<SiteBackup>().AddSingleton<SiteRestore>();
}
