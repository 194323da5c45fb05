using System.Diagnostics;
using OrchardSite.Backup;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>A backup's file is there whole or not at all, and nobody else can read it.</summary>
public sealed class BackupFileTests : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false);
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-backup-").FullName;

    public Task InitializeAsync() => _site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_holds_what_its_manifest_says_and_is_its_owner_s_alone()
    {
        var file = Path.Combine(_folder, "a.zip");

        var report = await WriteAsync(file);

        Assert.Equal(new FileInfo(file).Length, report.Length);
        Assert.Equal([file], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var archive = await BackupArchive.OpenAsync(file, _site.Services.GetRequiredService<BackupFolders>(), CancellationToken.None);
        await archive.VerifyAsync(CancellationToken.None);
        Assert.Equal(report.Fingerprint, archive.Fingerprint);
        Assert.Contains(archive.Manifest.Database.Tables, table => table is { Name: "Versions", Rows: > 0 });
    }

    [Fact]
    public async Task No_file_is_replaced()
    {
        var file = Path.Combine(_folder, "a.zip");
        await File.WriteAllTextAsync(file, "mine");

        Assert.Contains("已经存在", (await Assert.ThrowsAsync<BackupException>(() => WriteAsync(file))).Message, StringComparison.Ordinal);
        Assert.Contains("无法写入", (await Assert.ThrowsAsync<BackupException>(() => WriteAsync(Path.Combine(_folder, "nowhere", "a.zip")))).Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_backup_that_is_ended_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync(Path.Combine(_folder, "a.zip"), new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_backup_that_is_killed_leaves_no_file_of_its_name_and_the_next_cleans_up()
    {
        await using var place = await SitePlace.CreateAsync();
        Directory.CreateDirectory(place.At("media"));
        // It waits in the middle: nobody writes into the pipe.
        using (var pipe = Process.Start("mkfifo", place.At("media/pipe.txt"))!)
            await pipe.WaitForExitAsync();
        using (var backup = place.Start("backup", "a.zip"))
        {
            var look = Stopwatch.StartNew();
            while (Directory.GetFiles(place.Folder, ".a.zip.*.unfinished").Length == 0)
                Assert.True(!backup.HasExited && look.Elapsed < TimeSpan.FromMinutes(2), "the backup never began");
            backup.Kill(entireProcessTree: true);
            await backup.WaitForExitAsync();
        }

        Assert.False(File.Exists(place.At("a.zip")));
        File.Delete(place.At("media/pipe.txt"));
        await place.DoAsync("backup", "a.zip");
        Assert.Empty(Directory.GetFiles(place.Folder, "*.unfinished"));
        Assert.True(File.Exists(place.At("a.zip")));
    }

    [Fact]
    public async Task Files_that_cannot_be_kept_or_are_missing_are_told()
    {
        Directory.CreateDirectory(Path.Combine(_site.DataFolder, "media"));
        await File.WriteAllTextAsync(Path.Combine(_site.DataFolder, "media", "50%.txt"), "x");
        await File.WriteAllTextAsync(Path.Combine(_site.DataFolder, "media", ".incoming-x"), "x");
        await _site.ImportAsync("""
            {"name":"Content","data":[{"ContentItemId":"a","ContentItemVersionId":"a-1","ContentType":"Page","Latest":true,"Published":true,
            "TitlePart":{"Title":"附件"},"AutoroutePart":{"Path":"a"},"MarkdownBodyPart":{"Markdown":"[附件](/media/docs/gone.pdf)"}}]}
            """);

        var report = await WriteAsync(Path.Combine(_folder, "a.zip"));

        Assert.Equal(2, report.Notices.Count);
        Assert.StartsWith("没有备份 media/50%.txt：", report.Notices[0], StringComparison.Ordinal);
        Assert.Contains("media/docs/gone.pdf", report.Notices[1], StringComparison.Ordinal);
    }

    private Task<BackupReport> WriteAsync(string file, CancellationToken cancellationToken = default) => _site.Services.GetRequiredService<SiteBackup>().WriteAsync(file, cancellationToken);
}
