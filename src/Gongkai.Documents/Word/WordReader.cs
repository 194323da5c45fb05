using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content;
using Gongkai.Documents.Blocks;
using Gongkai.Documents.Kinds;
using static Gongkai.Documents.Word.WordXml;

namespace Gongkai.Documents.Word;

/// <summary>Reads a DOCX package: its body, notes and pictures. Nothing that it links to is fetched.</summary>
internal sealed class WordReader(IPictures pictures)
{
    private const int MostNotes = 5_000;

    /// <summary>Reads a document that was identified as DOCX.</summary>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public async Task<WordContent> ReadAsync(Stream file, string pictureFolder, CancellationToken cancellationToken)
    {
        PackageGuard.Check(file);
        try
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = PackageGuard.LargestPart });
            if (package.MainDocumentPart is not { } main)
                throw new DocumentException(new("这个 Word 文件里没有正文。请用 Word 或 WPS 打开确认，另存后再上传。"));
            return await ReadAsync(main, pictureFolder, cancellationToken);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or UriFormatException or ArgumentException or InvalidOperationException)
        {
            throw new DocumentException(new("文件损坏了，Word 的内容读不出来。请用 Word 或 WPS 打开，另存为 .docx 再上传。"), fault);
        }
    }

    private async Task<WordContent> ReadAsync(MainDocumentPart main, string pictureFolder, CancellationToken cancellationToken)
    {
        OpenXmlPart?[] noteParts = [main.FootnotesPart, main.EndnotesPart];
        var found = await WordPictures.PrepareAsync(noteParts.OfType<OpenXmlPart>().Prepend(main), pictures, pictureFolder, cancellationToken);
        var root = Load(main);
        var notices = new Notices();
        var marks = new Dictionary<(string, string), int>();
        var styles = new ParagraphStyles(main.StyleDefinitionsPart is { } stylePart ? Load(stylePart) : null);
        var numbers = new AutoNumbers(main.NumberingDefinitionsPart is { } numberPart ? Load(numberPart) : null);
        var reader = new BodyReader(styles, numbers, new InlineReader(main, found, notices, MarkOf), notices, cancellationToken);
        var body = root.Element(W + "body") ?? throw new DocumentException(new("这个 Word 文件里没有正文。请用 Word 或 WPS 打开确认，另存后再上传。"));
        var blocks = reader.Read(body);
        var notes = ReadNotes(main, found, notices, marks);
        if (HasPageText(main.HeaderParts) || HasPageText(main.FooterParts))
            notices.AddWhole(new("页眉、页脚和页码没有带入"));
        return new(blocks, notes, found.Used, notices, reader.Original);

        int MarkOf(string kind, string id)
        {
            if (marks.Count >= MostNotes)
                return 0;
            marks.TryAdd((kind, id), marks.Count + 1);
            return marks[(kind, id)];
        }
    }

    private static List<NoteBlock> ReadNotes(MainDocumentPart main, WordPictures pictures, Notices notices, Dictionary<(string Kind, string Id), int> marks)
    {
        var notes = new List<NoteBlock>();
        foreach (var (part, kind, name) in new (OpenXmlPart?, string, string)[] { (main.FootnotesPart, "footnoteReference", "footnote"), (main.EndnotesPart, "endnoteReference", "endnote") })
        {
            if (part is null)
                continue;
            var reader = new InlineReader(part, pictures, notices, (_, _) => 0);
            foreach (var note in Load(part).Elements(W + name))
            {
                if (!marks.TryGetValue((kind, (string?)note.Attribute(W + "id") ?? ""), out var number))
                    continue;
                var inlines = note.Elements(W + "p").SelectMany((paragraph, i) => i == 0 ? reader.Read(paragraph, isStrong: false) : [new TextInline(" "), .. reader.Read(paragraph, isStrong: false)]);
                notes.Add(new(number, Inlines.Tidy(inlines)));
            }
        }

        notes.Sort((a, b) => a.Number.CompareTo(b.Number));
        return notes;
    }

    private static bool HasPageText(IEnumerable<OpenXmlPart> parts) =>
        parts.Take(10).Any(part => Load(part).Descendants(W + "t").Any(text => text.Value.Trim().Length > 0));
}

/// <summary>What a Word document holds.</summary>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Notes">Its footnotes and endnotes.</param>
/// <param name="Pictures">Its pictures.</param>
/// <param name="Notices">What was not carried over.</param>
/// <param name="Original">Its text, a line for each paragraph.</param>
internal sealed record WordContent(List<Block> Blocks, IReadOnlyList<NoteBlock> Notes, IReadOnlyList<DraftPicture> Pictures, Notices Notices, IReadOnlyList<string> Original);
