using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Backup;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>A backup of one site, for tests that spoil it.</summary>
public sealed class SpoiledBackups : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false);

    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-spoiled-").FullName;

    public string Sound => Path.Combine(Folder, "sound.zip");

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(_site.DataFolder, "media"));
        await File.WriteAllTextAsync(Path.Combine(_site.DataFolder, "media", "a.txt"), "附件");
        await _site.Services.GetRequiredService<SiteBackup>().WriteAsync(Sound, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What is no sound backup is refused in words before anything is written.</summary>
public sealed class HostileBackupTests(SpoiledBackups backups) : IClassFixture<SpoiledBackups>
{
    public static TheoryData<string, Action<Dictionary<string, byte[]>, JsonObject>, string> Spoilings => new()
    {
        { "no manifest", (entries, _) => entries.Remove("manifest.json"), "没有清单" },
        { "no hash of the manifest", (entries, _) => entries.Remove("manifest.sha256"), "与它的校验值不符" },
        { "another hash of the manifest", (entries, _) => entries["manifest.sha256"] = [1], "与它的校验值不符" },
        { "another program's manifest", (_, manifest) => manifest["format"] = "other", "另一种程序" },
        { "a newer format", (_, manifest) => manifest["version"] = 2, "比本程序的新" },
        { "half a manifest", (_, manifest) => manifest.Remove("database"), "不是完整的备份文件" },
        { "a newer schema", (_, manifest) => manifest["database"]!["schema"] = "20990101000000_Later", "比本程序的新" },
        { "an unknown table", (_, manifest) => Table(manifest, "Versions")["columns"]!.AsArray().Add("Other"), "没有备份中的表" },
        { "a missing table", (entries, _) => entries.Remove("database/Versions.jsonl"), "不在备份里" },
        { "a missing file", (entries, _) => entries.Remove("media/a.txt"), "不在备份里" },
        { "a longer file", (entries, _) => entries["media/a.txt"] = [1, 2, 3, 4, 5, 6, 7, 8], "长度不对" },
        { "other bytes", (entries, _) => entries["media/a.txt"] = [1, 2, 3, 4, 5, 6], "media/a.txt 与清单里的校验值不符" },
        { "another row", (entries, _) => entries["database/Documents.jsonl"][5] ^= 1, "database/Documents.jsonl 与清单里的校验值不符" },
        { "a file that is not named", (entries, _) => entries["media/b.txt"] = [1], "清单没有的文件" },
        { "a path that leads out", (entries, manifest) => Add(entries, manifest, "media/../../out.txt"), "媒体文件夹之内" },
        { "an absolute path", (entries, manifest) => Add(entries, manifest, "/etc/out.txt"), "不认识文件" },
        { "an absolute path below", (entries, manifest) => Add(entries, manifest, "media//etc/out.txt"), "媒体文件夹之内" },
        { "a path with backslashes", (entries, manifest) => Add(entries, manifest, "media/..\\out.txt"), "不能用的字符" },
        { "the path of a device", (entries, manifest) => Add(entries, manifest, "media/NUL.txt"), "操作系统保留" },
        { "another folder", (entries, manifest) => Add(entries, manifest, "index/current"), "不认识文件" },
        { "the database as a file", (entries, manifest) => Add(entries, manifest, "gongkai.db"), "不认识文件" },
        { "a hidden file", (entries, manifest) => Add(entries, manifest, "keys/.x"), "不能以点开头" },
        { "one file twice", (entries, manifest) => Add(entries, manifest, "media/A.txt"), "同名" },
        { "a bomb", (entries, manifest) => Add(entries, manifest, "media/bomb.txt", new byte[100 * 1024 * 1024]), "压缩炸弹" },
        { "more than a disk", (_, manifest) => manifest["files"]![0]!["length"] = long.MaxValue, "长度不对" },
        { "less than nothing", (_, manifest) => manifest["files"]![0]!["length"] = -1, "长度不对" },
    };

    [Theory]
    [MemberData(nameof(Spoilings))]
    public async Task A_spoiled_backup_is_refused(string what, Action<Dictionary<string, byte[]>, JsonObject> spoil, string expected)
    {
        var entries = ReadAll(backups.Sound);
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        var hash = entries["manifest.sha256"];
        spoil(entries, manifest);
        if (entries.ContainsKey("manifest.json"))
            entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        if (entries.GetValueOrDefault("manifest.sha256") == hash && entries.TryGetValue("manifest.json", out var said))
            entries["manifest.sha256"] = BackupManifest.HashEntryOf(Convert.ToHexStringLower(SHA256.HashData(said)));
        var file = Write(entries);

        await IsRefusedAsync(file, expected, what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("PK\u0005\u0006")]
    public async Task What_is_no_zip_is_refused(string text)
    {
        var file = Path.Combine(backups.Folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, text);

        await IsRefusedAsync(file, "不是完整的备份文件", text);
    }

    [Fact]
    public Task A_file_that_is_not_there_is_told() => IsRefusedAsync(Path.Combine(backups.Folder, "nowhere.zip"), "无法打开", "missing");

    [Fact]
    public async Task A_backup_that_was_cut_off_anywhere_is_refused()
    {
        var bytes = await File.ReadAllBytesAsync(backups.Sound);
        var file = Path.Combine(backups.Folder, "cut.zip");
        for (var part = 1; part < 8; part++)
        {
            await File.WriteAllBytesAsync(file, bytes[..(bytes.Length * part / 8)]);
            await IsRefusedAsync(file, "不是完整的备份文件", $"{part}/8");
        }
    }

    [Fact]
    public async Task Files_that_overlap_in_the_zip_are_refused()
    {
        var bytes = await File.ReadAllBytesAsync(backups.Sound);
        // The compressed length in the list of entries, where a bomb says that all its files are the same bytes.
        var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 20), int.MaxValue);
        var file = Path.Combine(backups.Folder, "overlap.zip");
        await File.WriteAllBytesAsync(file, bytes);

        await IsRefusedAsync(file, "压缩炸弹", "overlap");
    }

    [Fact]
    public async Task A_flipped_byte_anywhere_is_found()
    {
        var bytes = await File.ReadAllBytesAsync(backups.Sound);
        var file = Path.Combine(backups.Folder, "flipped.zip");
        await using var app = Build(Path.Combine(backups.Folder, "flipped"));
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var copy = bytes.ToArray();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, copy);
            try
            {
                using var archive = await BackupArchive.OpenAsync(file, app.Services.GetRequiredService<BackupFolders>(), CancellationToken.None);
                await archive.VerifyAsync(CancellationToken.None);
                // What is left is the zip's own book-keeping: times, versions. All that is restored is what it was.
                using var sound = await BackupArchive.OpenAsync(backups.Sound, app.Services.GetRequiredService<BackupFolders>(), CancellationToken.None);
                Assert.Equal(sound.Fingerprint, archive.Fingerprint);
            }
            catch (BackupException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
        }
    }

    [Fact]
    public async Task A_place_that_is_not_empty_is_left_as_it_is()
    {
        var data = Path.Combine(backups.Folder, "used");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "mine.txt"), "mine");

        Assert.Contains("不是空的", await RefusalAsync(data, backups.Sound), StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_site_is_not_started_over_half_a_restore()
    {
        var data = Path.Combine(backups.Folder, "half");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, SiteRestore.Marker), "");
        await using var app = Build(data);

        Assert.Contains("没有完成", (await Assert.ThrowsAsync<SiteException>(() => SiteStart.PrepareAsync(app, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("没有完成", await RefusalAsync(data, backups.Sound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_while_it_is_written_leaves_nothing()
    {
        var entries = ReadAll(backups.Sound);
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        // A file where the next one needs a folder.
        Add(entries, manifest, "media/b");
        Add(entries, manifest, "media/b/c.txt");
        entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        entries["manifest.sha256"] = BackupManifest.HashEntryOf(Convert.ToHexStringLower(SHA256.HashData(entries["manifest.json"])));

        await IsRefusedAsync(Write(entries), "没有恢复", "failing");
    }

    private async Task IsRefusedAsync(string file, string expected, string what)
    {
        var data = Path.Combine(backups.Folder, Guid.NewGuid().ToString("N"));

        var message = await RefusalAsync(data, file);

        Assert.True(message.Contains(expected, StringComparison.Ordinal), $"{what}: {message}");
        Assert.False(Directory.Exists(data), what);
        File.Delete(file);
    }

    private static async Task<string> RefusalAsync(string data, string file)
    {
        await using var app = Build(data);
        return (await Assert.ThrowsAsync<BackupException>(() => app.Services.GetRequiredService<SiteRestore>().RestoreAsync(file, CancellationToken.None))).Message;
    }

    private static WebApplication Build(string data) => SiteHost.Build(new(data, WithSample: false));

    private static Dictionary<string, byte[]> ReadAll(string file)
    {
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            entries[entry.FullName] = bytes.ToArray();
        }

        return entries;
    }

    private string Write(Dictionary<string, byte[]> entries)
    {
        var file = Path.Combine(backups.Folder, Guid.NewGuid().ToString("N") + ".zip");
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }

        return file;
    }

    private static JsonNode Table(JsonObject manifest, string name) => manifest["database"]!["tables"]!.AsArray().First(table => (string)table!["name"]! == name)!;

    private static void Add(Dictionary<string, byte[]> entries, JsonObject manifest, string path, byte[]? bytes = null)
    {
        entries[path] = bytes ?? [1, 2, 3];
        manifest["files"]!.AsArray().Add(new JsonObject { ["path"] = path, ["length"] = entries[path].Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(entries[path])) });
    }
}
