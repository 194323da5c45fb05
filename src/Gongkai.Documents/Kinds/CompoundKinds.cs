using System.Buffers.Binary;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Documents.Kinds;

/// <summary>Tells the compound files apart (DOC, XLS, PPT, those of WPS, encrypted Open XML): by the names in their directory.</summary>
internal static class CompoundKinds
{
    private const int DirectoryAt = 48;
    private const int EntryLength = 128;
    private const int MostEntries = 64;
    private const int NameLength = 64;

    /// <summary>The kind of a compound file.</summary>
    public static FileKind Of(Stream file)
    {
        foreach (var name in NamesIn(file))
        {
            switch (name)
            {
                case "EncryptedPackage" or "EncryptionInfo":
                    return KnownKinds.Encrypted;
                case "WordDocument":
                    return KnownKinds.OldWord;
                case "Workbook" or "Book":
                    return KnownKinds.OldSheet;
                case "PowerPoint Document":
                    return KnownKinds.OldSlides;
            }
        }

        return KnownKinds.OldOffice;
    }

    /// <summary>The names of the directory's first entries, taken to lie together as those who write such files let them.</summary>
    private static List<string> NamesIn(Stream file)
    {
        var header = new byte[DirectoryAt + 4];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return [];
        var sector = 1L << Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), (ushort)9, (ushort)12);
        var start = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(DirectoryAt)) + 1) * sector;
        if (start >= file.Length)
            return [];
        file.Position = start;
        var names = new List<string>();
        var entry = new byte[EntryLength];
        while (names.Count < MostEntries && file.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) == EntryLength)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(NameLength));
            names.Add(length is > 2 and <= NameLength ? Encoding.Unicode.GetString(entry, 0, length - 2) : "");
        }

        return names;
    }
}
