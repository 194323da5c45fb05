using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Gongkai.Documents.Tests;

/// <summary>A DOCX written for a test: the inner XML of its body and of the parts beside it.</summary>
internal sealed class DocxFile
{
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" " +
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " +
        "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" " +
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public string Body { get; init; } = "";

    public string? Styles { get; init; }

    public string? Numbering { get; init; }

    public string? Footnotes { get; init; }

    /// <summary>By relationship id.</summary>
    public Dictionary<string, byte[]> Pictures { get; init; } = [];

    /// <summary>By relationship id.</summary>
    public Dictionary<string, string> Links { get; init; } = [];

    /// <summary>By relationship id: pictures that are only linked.</summary>
    public Dictionary<string, string> LinkedPictures { get; init; } = [];

    public MemoryStream ToStream()
    {
        var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            foreach (var (id, picture) in Pictures)
            {
                using var content = new MemoryStream(picture);
                main.AddImagePart(ImagePartType.Png, id).FeedData(content);
            }

            foreach (var (id, address) in Links)
                main.AddHyperlinkRelationship(new Uri(address, UriKind.RelativeOrAbsolute), isExternal: true, id);
            foreach (var (id, address) in LinkedPictures)
                main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri(address), id);
            Write(main, "document", $"<w:body>{Body}</w:body>");
            if (Styles is not null)
                Write(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            if (Numbering is not null)
                Write(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", Numbering);
            if (Footnotes is not null)
                Write(main.AddNewPart<FootnotesPart>(), "footnotes", Footnotes);
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A paragraph.</summary>
    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Center(string text) => P(text, "<w:jc w:val=\"center\"/>");

    public static string Right(string text) => P(text, "<w:jc w:val=\"right\"/>");

    /// <summary>A picture that stands in the line.</summary>
    public static string Drawing(string id, string alternative = "", string attribute = "embed") =>
        $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"p\" descr=\"{alternative}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill><a:blip r:{attribute}=\"{id}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    /// <summary>Changes a part of a finished package.</summary>
    public static MemoryStream Replace(MemoryStream package, string part, string content)
    {
        using (var archive = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var stream = archive.CreateEntry(part, CompressionLevel.Optimal).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        package.Position = 0;
        return package;
    }

    private static void Write(OpenXmlPart part, string root, string inner)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {Names}>{inner}</w:{root}>"));
        part.FeedData(content);
    }
}
