using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Content;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Texts;

namespace Gongkai.Documents.Masking;

/// <summary>Hides characters of a Word document: in its text, tables, headers, footers, notes, text boxes, comments, and in what a tracked change deleted.</summary>
/// <remarks>Everything else of the package stays byte for byte. A digital signature does not fit any more.</remarks>
internal sealed class WordMasking(IFileKinds kinds) : IDocumentMasking
{
    public async Task<byte[]?> MaskAsync(Stream file, Func<string, IEnumerable<int>> hidden, CancellationToken cancellationToken = default)
    {
        if (await kinds.IdentifyAsync(file, cancellationToken) is not { Family: FileFamily.Word })
            throw new DocumentException(new("这个文件不是 Word 文档（DOCX），不能自动隐去。请在原文件里处理，重新上传。"));
        PackageGuard.Check(file);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        try
        {
            return Mask(copy, hidden, cancellationToken) ? copy.ToArray() : null;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException)
        {
            throw new DocumentException(new("文件损坏了，里面的内容读不出来。请用 Word 或 WPS 打开，另存为 .docx 再上传。"), fault);
        }
    }

    private static bool Mask(MemoryStream package, Func<string, IEnumerable<int>> hidden, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true);
        var isChanged = false;
        foreach (var entry in archive.Entries.Where(entry => WholePackageText.IsWordPart(entry.FullName)).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = Load(entry);
            if (!WordBlocks.In(part.Root!).Aggregate(false, (any, block) => block.Hide(hidden(block.Text)) || any))
                continue;
            isChanged = true;
            using var stream = entry.Open();
            stream.SetLength(0);
            using var writer = XmlWriter.Create(stream, new() { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
            part.Save(writer);
        }

        return isChanged;
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart));
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
