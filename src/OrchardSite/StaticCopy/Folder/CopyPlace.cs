namespace OrchardSite.StaticCopy.Folder;

/// <summary>Where a copy may lie: in no folder of the site, and around none.</summary>
internal static class CopyPlace
{
    /// <summary>What is wrong with a place; null when a copy may lie there.</summary>
    /// <param name="path">The place, as a full path.</param>
    /// <param name="own">The site's folders.</param>
    public static string? FaultOf(string path, IEnumerable<string> own)
    {
        if (Path.GetPathRoot(path) == path)
            return $"静态副本不能写在 {path}：请给它一个自己的文件夹。";
        if (File.Exists(path))
            return $"{path} 是一个文件，请指定一个文件夹。";
        var place = Real(path);
        return own.Select(folder => (folder, real: Real(folder))).FirstOrDefault(one => Holds(one.real, place) || Holds(place, one.real)) is { folder: { } taken }
            ? $"静态副本不能写在 {path}：它和网站自己的文件夹 {taken} 相互包含。请指定别处的文件夹。"
            : null;
    }

    private static bool Holds(string outer, string inner) => (inner + Path.DirectorySeparatorChar).StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    /// <summary>A path with the links on its way followed, as far as it exists.</summary>
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var root = Path.GetPathRoot(full)!;
        var real = root;
        foreach (var name in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, name);
            real = Directory.Exists(next) ? new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next : next;
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
