using System.IO.Compression;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Packages;

/// <summary>What a package says of its entries, judged before any is unpacked.</summary>
internal static class PackageEntries
{
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int SymbolicLink = 0xA000;

    /// <summary>The files of a package with their paths; folders are left out.</summary>
    /// <exception cref="PackageRefusedException">An entry must not be unpacked.</exception>
    public static List<(ZipArchiveEntry Entry, string Path)> Read(ZipArchive zip)
    {
        var files = new List<(ZipArchiveEntry, string)>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long length = 0, compressed = 0;
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            var isFolder = path.EndsWith('/');
            path = path.TrimEnd('/');
            if (FaultOf(entry, path, names) is { } fault)
                throw new PackageRefusedException(fault);
            length += entry.Length;
            compressed += entry.CompressedLength;
            if (!isFolder)
                files.Add((entry, path));
        }

        if (length > RecipePackage.MaxLength)
            throw new PackageRefusedException($"解压后超过 {RecipePackage.MaxLength / 1024 / 1024} MiB，请分成几个包。");
        if (length > RecipePackage.AlwaysAllowedLength && length / RecipePackage.MaxRatio > compressed)
            throw new PackageRefusedException($"解压后是压缩前的 {RecipePackage.MaxRatio} 倍以上，像是压缩炸弹，没有解压。");
        return files;
    }

    private static string? FaultOf(ZipArchiveEntry entry, string path, HashSet<string> names)
    {
        if (RecipeFolder.FaultOf(path) is { } fault)
            return fault;
        if (path.Any(char.IsControl))
            return $"文件名“{path}”里有控制字符，请改名后重新打包。";
        if (!names.Add(path))
            return $"里面有两个“{path}”（不分大小写），请删去一个。";
        if (entry.IsEncrypted)
            return $"文件“{path}”是加密的，请不加密码重新打包。";
        return ((entry.ExternalAttributes >> 16) & KindMask) switch
        {
            0 or RegularFile or Folder => null,
            SymbolicLink => $"“{path}”是链接，请换成文件本身。",
            _ => $"“{path}”不是普通文件（设备或管道），请删去它。",
        };
    }
}
