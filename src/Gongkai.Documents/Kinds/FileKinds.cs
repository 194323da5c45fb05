using System.Text;
using Gongkai.Content;

namespace Gongkai.Documents.Kinds;

/// <summary>Tells what a file is by the marks at its beginning; packages and compound files by what is in them.</summary>
internal sealed class FileKinds : IFileKinds
{
    // As far as PDF readers look for their mark, and further than any text is hidden behind.
    private const int HeadLength = 4096;
    private const int PdfMarkWithin = 1024;

    public async Task<FileKind?> IdentifyAsync(Stream file, CancellationToken cancellationToken = default)
    {
        file.Position = 0;
        var buffer = new byte[HeadLength];
        var length = await file.ReadAtLeastAsync(buffer, HeadLength, throwOnEndOfStream: false, cancellationToken);
        var head = buffer.AsMemory(0, length);
        try
        {
            return ByMark(head.Span) is not { } marked ? TextKinds.Of(head.Span, file.Length)
                : marked == KnownKinds.Zip ? PackageKinds.Of(file)
                : marked == KnownKinds.OldOffice ? CompoundKinds.Of(file)
                : marked;
        }
        finally
        {
            file.Position = 0;
        }
    }

    public IReadOnlyList<FileKind> Of(string extension) =>
        [.. KnownKinds.All.Where(kind => kind.Extensions.Contains(extension.TrimStart('.'), StringComparer.OrdinalIgnoreCase))];

    private static FileKind? ByMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return KnownKinds.Zip;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return KnownKinds.OldOffice;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return KnownKinds.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return KnownKinds.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return KnownKinds.Gif;
        if (head.StartsWith("RIFF"u8) && head.Length >= 12)
            return head[8..12].SequenceEqual("WEBP"u8) ? KnownKinds.Webp : head[8..12].SequenceEqual("WAVE"u8) ? KnownKinds.Wave : null;
        if (head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].SequenceEqual("\0\0\0\0"u8))
            return KnownKinds.Bitmap;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
            return KnownKinds.Tiff;
        if (head.StartsWith("\0\0\u0001\0"u8))
            return KnownKinds.Icon;
        if (head.StartsWith("{\\rtf"u8))
            return KnownKinds.Rtf;
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return head[8..11].SequenceEqual("hei"u8) || head[8..12].SequenceEqual("mif1"u8) ? KnownKinds.Heic : KnownKinds.Mp4;
        if (head.StartsWith("Rar!"u8))
            return KnownKinds.Rar;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]))
            return KnownKinds.SevenZip;
        if (head.StartsWith("OggS"u8))
            return KnownKinds.Ogg;
        if (head.StartsWith("ID3"u8) || (head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2))
            return KnownKinds.Mp3;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return KnownKinds.Webm;
        if (head.StartsWith("MZ"u8) || head.StartsWith("\u007fELF"u8) || head.StartsWith("#!"u8))
            return KnownKinds.Program;
        return head[..Math.Min(head.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 ? KnownKinds.Pdf : null;
    }
}

/// <summary>Text, and the markup that browsers would run.</summary>
file static class TextKinds
{
    private static readonly string[] PageMarks = ["<!doctype html", "<html", "<script", "<body", "<iframe", "mime-version:"];

    /// <summary>The kind of what has no mark: text, a page, or not known.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head, long length)
    {
        if (head.Length == 0)
            return null;
        var isWide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isWide && head.ContainsAnyInRange((byte)0, (byte)8))
            return null;
        var text = (isWide ? (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode) : Encoding.Latin1).GetString(head);
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            return KnownKinds.Svg;
        if (PageMarks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            return KnownKinds.Page;
        return length > 0 ? KnownKinds.Text : null;
    }
}
