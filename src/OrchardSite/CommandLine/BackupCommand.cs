using System.Globalization;
using OrchardSite.Backup;
using Spectre.Console;

namespace OrchardSite.CommandLine;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommand
{
    /// <summary>Makes a backup; false when it cannot be made.</summary>
    public static async Task<bool> BackUpAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        try
        {
            var report = await WithStatusAsync("备份", () => services.GetRequiredService<SiteBackup>().WriteAsync(file, cancellationToken));
            foreach (var notice in report.Notices)
                Console.WriteLine($"提示：{notice}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"备份完毕：{ContentOf(report.Manifest)}，共 {report.Length / 1024.0 / 1024.0:0.0} MB，写入 {file}"));
            Console.WriteLine($"指纹：{report.Fingerprint}");
            return true;
        }
        catch (BackupException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return false;
        }
    }

    /// <summary>Restores a backup; false when it cannot be used, or the place is not empty.</summary>
    public static async Task<bool> RestoreAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = await WithStatusAsync("恢复", () => services.GetRequiredService<SiteRestore>().RestoreAsync(file, cancellationToken));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"恢复完毕：{archive.Manifest.Site} {archive.Manifest.MadeUtc:yyyy-MM-dd HH:mm} (UTC) 的备份，{ContentOf(archive.Manifest)}，每一项都与校验值相符。搜索索引在下次启动时重建。"));
            Console.WriteLine($"指纹：{archive.Fingerprint}");
            return true;
        }
        catch (BackupException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return false;
        }
    }

    private static string ContentOf(BackupManifest manifest) => string.Create(CultureInfo.InvariantCulture,
        $"数据库 {manifest.Database.Tables.Count} 个表 {manifest.Database.Tables.Sum(table => table.Rows)} 行（变更记录到第 {manifest.Database.LastChange} 号），{manifest.Files.Count} 个文件");

    private static Task<T> WithStatusAsync<T>(string what, Func<Task<T>> work) => Console.IsOutputRedirected ? work() : AnsiConsole.Status().StartAsync(what, _ => work());
}
