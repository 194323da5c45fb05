using System.IO.Compression;
using Gongkai.Content;

namespace Gongkai.Documents.Kinds;

/// <summary>Turns packages away that are made to fill memory, before anything of them is unpacked.</summary>
internal static class PackageGuard
{
    /// <summary>The largest part of XML that is read, in bytes unpacked: some two thousand pages.</summary>
    public const long LargestPart = 24L * 1024 * 1024;

    private const int MostParts = 4_000;
    private const long MostUnpacked = 400L * 1024 * 1024;
    private const int MostTimes = 200;
    private const long FreeOfRatio = 1024 * 1024;

    /// <summary>Looks at the package's list of parts.</summary>
    /// <exception cref="DocumentException">It is no package, or one that nobody writes by hand.</exception>
    public static void Check(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts)
                throw new DocumentException($"这个文件由 {archive.Entries.Count} 个部件组成，超过 {MostParts} 个，不像是正常的文档。请用 Word 或 WPS 打开后另存，再上传。");
            if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked || archive.Entries.Any(IsBomb))
                throw new DocumentException(new("这个文件解压后大得异常，不像是正常的文档，没有打开。请用 Word 或 WPS 打开后另存，再上传。"));
        }
        catch (InvalidDataException damage)
        {
            throw new DocumentException(new("文件损坏了，打不开。请用 Word 或 WPS 打开确认，另存后再上传。"), damage);
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static bool IsBomb(ZipArchiveEntry entry) => entry.Length > FreeOfRatio && entry.Length / Math.Max(1, entry.CompressedLength) > MostTimes;
}
