namespace Gongkai.Recipes.Reading;

/// <summary>The folder that a recipe lies in: the only place that its files come from, but for the public files of a module of Orchard Core.</summary>
/// <remarks>There recipes lie in <c>Recipes</c> and name what lies in <c>wwwroot</c> beside it: <c>../wwwroot/img/a.jpg</c>.</remarks>
/// <param name="path">The folder.</param>
public sealed class RecipeFolder(string path)
{
    /// <summary>The largest file that a recipe may bring, in bytes.</summary>
    public const long MaxFileLength = 256L * 1024 * 1024;

    private const int MaxLinks = 16;

    private const string ModuleFolder = "Recipes";
    private const string PublicFiles = "../wwwroot/";

    private static readonly char[] Separators = ['/', '\\'];

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Opens a file of the folder.</summary>
    /// <param name="path">Relative to the folder.</param>
    /// <param name="opened">The file's bytes, when there is no fault.</param>
    /// <returns>What is in the way and what to do, or null.</returns>
    public string? TryOpen(string path, out Stream? opened)
    {
        opened = null;
        if (path.StartsWith(PublicFiles, StringComparison.Ordinal) && Path.GetFileName(_root) == ModuleFolder)
            return new RecipeFolder(Path.Combine(_root, PublicFiles)).TryOpen(path[PublicFiles.Length..], out opened);
        if (FaultOf(path) is { } fault)
            return fault;
        try
        {
            var file = new FileInfo(Path.Combine([_root, .. path.Split(Separators)]));
            if (!file.Exists)
                return $"配方旁边没有文件“{path}”，请把它放进配方所在的文件夹，或改正路径（区分大小写）。";
            if (!IsInside(RealPath(file.FullName, MaxLinks), RealPath(_root, MaxLinks)))
                return $"文件“{path}”是通向配方文件夹之外的链接，不能使用，请把文件本身放进配方所在的文件夹。";
            // Devices and pipes have no length either, and opening a pipe waits for ever.
            var length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            if (length == 0)
                return $"文件“{path}”是空的，或不是普通文件，请换一个文件。";
            if (length > MaxFileLength)
                return $"文件“{path}”超过 {MaxFileLength / 1024 / 1024} MiB，请缩小它。";
            opened = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"无法打开配方旁边的文件“{path}”：{problem.Message}";
        }
    }

    /// <summary>The files that lie in the folder itself, and not in one below.</summary>
    internal IEnumerable<FileInfo> FindFiles() => Directory.Exists(_root) ? new DirectoryInfo(_root).EnumerateFiles() : [];

    /// <summary>The path of a file that lies in the folder itself.</summary>
    internal string PathOf(string name) => Path.Combine(_root, Path.GetFileName(name));

    /// <summary>What is wrong with a path by its writing alone; null when it leads to somewhere below the folder.</summary>
    internal static string? FaultOf(string path)
    {
        var names = path.Split(Separators);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || names.Contains(""))
            return $"“{path}”不能用作配方里的文件路径：应是相对路径，如 docs/a.pdf，不能以斜线或盘符开头。";
        return names.Contains("..") || names.Contains(".") ? $"文件路径“{path}”里不能有“.”或“..”：只能使用配方所在文件夹里的文件。" : null;
    }

    private static bool IsInside(string? path, string? root) => path is not null && root is not null && path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on the way replaced by where it leads; null when they lead in circles.</summary>
    private static string? RealPath(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        var names = path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Length; i++)
        {
            var next = Path.Combine(real, names[i]);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            return links == 0 ? null : RealPath(Path.GetFullPath(Path.Combine([target, .. names[(i + 1)..]]), real), links - 1);
        }
        return Path.TrimEndingDirectorySeparator(real);
    }
}
