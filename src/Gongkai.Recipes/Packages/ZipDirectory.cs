using System.Buffers.Binary;

namespace Gongkai.Recipes.Packages;

/// <summary>A first look at a zip file, before anything holds its list of entries in memory: how long the list is.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = ushort.MaxValue;
    private const long MaxListLength = 8 * 1024 * 1024;

    /// <summary>What is wrong with the list of entries; null when it may be read.</summary>
    public static string? FaultOf(Stream zip)
    {
        var tail = new byte[Math.Min(zip.Length, EndLength + MaxComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        zip.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndLength)
            return "不是完整的 zip 文件，可能没有传完整。";

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (entries > RecipePackage.MaxEntries || length > MaxListLength)
            return $"里面的文件超过 {RecipePackage.MaxEntries} 个，请分成几个包。";
        // A list that says otherwise than where it ends may be of any length.
        return start + (long)length == zip.Length - tail.Length + at ? null : "不是普通的 zip 文件（文件表的位置不对），请重新打包。";
    }
}
