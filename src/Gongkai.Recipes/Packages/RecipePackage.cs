using System.IO.Compression;
using Gongkai.Content;

namespace Gongkai.Recipes.Packages;

/// <summary>A recipe in a zip file with the files that it brings, as Orchard Core exports and imports them: <c>Recipe.json</c> and what lies beside it.</summary>
/// <remarks>
/// Everything that the file says of itself is checked before anything is unpacked, into a folder of its own that goes when the package is disposed.
/// What a process that was killed left behind goes when the next one begins.
/// </remarks>
public sealed class RecipePackage : IAsyncDisposable
{
    /// <summary>The most entries.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>The most bytes that all entries may have unpacked.</summary>
    public const long MaxLength = 2L * 1024 * 1024 * 1024;

    /// <summary>How many times its own size a package may unpack to, beyond <see cref="AlwaysAllowedLength"/>.</summary>
    public const long MaxRatio = 200;

    /// <summary>So many bytes may be unpacked at any ratio.</summary>
    public const long AlwaysAllowedLength = 64L * 1024 * 1024;

    private const string RecipeFile = "Recipe.json";
    private const string Prefix = "recipe-";
    private const string LockSuffix = ".lock";

    private readonly string _folder;
    private readonly FileStream _lock;

    private RecipePackage(string folder, FileStream only, RecipeSource source) => (_folder, _lock, Source) = (folder, only, source);

    /// <summary>The recipe in the package.</summary>
    public RecipeSource Source { get; }

    /// <summary>Whether a file is a package by its name.</summary>
    public static bool Is(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Unpacks a package.</summary>
    /// <param name="path">The zip file, named as the caller names it.</param>
    /// <param name="site">The site, in whose folder it is unpacked.</param>
    /// <param name="cancellationToken">Ends the unpacking; nothing is left of it.</param>
    /// <exception cref="PackageRefusedException">It is no package, or one that must not be unpacked.</exception>
    public static Task<RecipePackage> OpenAsync(string path, ISiteFolder site, CancellationToken cancellationToken) => OpenAsync(path, path, site, cancellationToken);

    /// <summary>Unpacks a package.</summary>
    /// <param name="path">The zip file.</param>
    /// <param name="name">What people call it, in messages.</param>
    /// <param name="site">The site, in whose folder it is unpacked.</param>
    /// <param name="cancellationToken">Ends the unpacking; nothing is left of it.</param>
    /// <exception cref="PackageRefusedException">It is no package, or one that must not be unpacked.</exception>
    public static async Task<RecipePackage> OpenAsync(string path, string name, ISiteFolder site, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(site.Path("tmp"), Prefix + IdGenerator.NewId());
        Directory.CreateDirectory(site.Path("tmp"));
        var only = new FileStream(folder + LockSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            MakePrivate(folder);
            var recipe = await UnpackAsync(path, folder, cancellationToken);
            return new(folder, only, RecipeSource.File(Path.Combine(folder, recipe)) with { Name = $"{name}/{recipe}", OpenWhole = () => File.OpenRead(path) });
        }
        catch (Exception fault)
        {
            Directory.Delete(folder, recursive: true);
            await only.DisposeAsync();
            if (fault is PackageRefusedException or InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
                throw new PackageRefusedException($"不能导入 {name}：{(fault is InvalidDataException ? $"文件已损坏，或用了不支持的压缩方法，请用普通的 zip 重新打包（{fault.Message}）" : fault.Message)}", fault);
            throw;
        }
    }

    /// <summary>Removes what processes that were killed have left unpacked.</summary>
    public static void CleanUp(ISiteFolder site)
    {
        var tmp = site.Path("tmp");
        if (!Directory.Exists(tmp))
            return;
        foreach (var left in Directory.EnumerateFiles(tmp, Prefix + "*" + LockSuffix))
        {
            try
            {
                using var only = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                var folder = left[..^LockSuffix.Length];
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Somebody is working with it.
            }
        }
    }

    /// <summary>Removes what was unpacked.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        await _lock.DisposeAsync();
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<string> UnpackAsync(string path, string folder, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        if (ZipDirectory.FaultOf(file) is { } fault)
            throw new PackageRefusedException(fault);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var files = PackageEntries.Read(zip);
        if (files.Find(one => one.Path.Equals(RecipeFile, StringComparison.OrdinalIgnoreCase)).Path is not { } recipe)
            throw new PackageRefusedException($"最外层没有 {RecipeFile}。包里应直接有配方 {RecipeFile}，旁边是它用到的文件，外面不要再套文件夹。");
        foreach (var (entry, name) in files)
            await UnpackAsync(entry, name, Path.Combine([folder, .. name.Split('/')]), cancellationToken);
        return recipe;
    }

    private static async Task UnpackAsync(ZipArchiveEntry entry, string name, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var from = await entry.OpenAsync(cancellationToken);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var checksum = new ZipChecksum();
        var buffer = new byte[128 * 1024];
        for (var read = await from.ReadAsync(buffer, cancellationToken); read > 0; read = await from.ReadAsync(buffer, cancellationToken))
        {
            // What an entry says of its length is only what it says.
            if (to.Length + read > entry.Length)
                throw new PackageRefusedException($"文件“{name}”比它声明的长，包已损坏或被改动过，请重新打包。");
            checksum.Append(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        if (to.Length != entry.Length || checksum.Value != entry.Crc32)
            throw new PackageRefusedException($"文件“{name}”与它的长度或校验和不符，包已损坏或没有传完整，请重新打包。");
    }
}
