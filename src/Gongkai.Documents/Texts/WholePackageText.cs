using System.IO.Compression;
using System.Xml;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Texts;

/// <summary>All the text of DOCX and XLSX, also what a search leaves out: headers, footers, comments, text boxes, charts, deleted text.</summary>
internal static class WholePackageText
{
    private static readonly string[] WordParts = ["document", "header", "footer", "footnotes", "endnotes", "comments", "glossary/document"];
    private static readonly string[] Drawn = ["word/charts/chart", "word/diagrams/data", "xl/charts/chart", "xl/diagrams/data", "xl/drawings/drawing", "xl/drawings/vmldrawing"];
    private static readonly string[] Noted = ["xl/comments", "xl/threadedcomments/"];

    /// <summary>Reads a Word document: a paragraph, or a row of a table, is a paragraph of the text.</summary>
    public static void ReadWord(Stream file, TextTaker taker)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => IsWordPart(entry.FullName)))
            ReadBlocks(entry, taker);
        ReadBeside(archive, taker);
    }

    /// <summary>Reads a workbook: its sheets, and what is noted and drawn on them.</summary>
    public static void ReadSheets(Stream file, TextTaker taker)
    {
        OpenXmlText.ReadSheets(file, taker);
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase)))
            ReadTexts(entry, taker, name => name.Contains("Header", StringComparison.Ordinal) || name.Contains("Footer", StringComparison.Ordinal));
        ReadBeside(archive, taker);
    }

    /// <summary>Whether a part of a Word document holds its text.</summary>
    public static bool IsWordPart(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && WordParts.Any(part => name.StartsWith("word/" + part, StringComparison.OrdinalIgnoreCase) && name["word/".Length..^".xml".Length][part.Length..].All(char.IsAsciiLetterOrDigit));

    private static void ReadBeside(ZipArchive archive, TextTaker taker)
    {
        foreach (var entry in archive.Entries)
        {
            if (Drawn.Any(part => entry.FullName.StartsWith(part, StringComparison.OrdinalIgnoreCase)))
                ReadTexts(entry, taker, name => name is "t" or "v" or "p" or "div" or "font");
            else if (Noted.Any(part => entry.FullName.StartsWith(part, StringComparison.OrdinalIgnoreCase)))
                ReadTexts(entry, taker, name => name is "t" or "text");
            // A workbook in a document, a document in a workbook: nobody reads it here.
            else if (entry.FullName.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("afchunk", StringComparison.OrdinalIgnoreCase))
                taker.Miss();
        }
    }

    private static void ReadBlocks(ZipArchiveEntry entry, TextTaker taker)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart * 4));
        var tables = 0;
        while (!reader.EOF)
        {
            // What older readers show in place of a drawing says the same once more.
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback" })
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && !Element(reader, taker, ref tables))
                return;
            if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName, taker, ref tables);
            reader.Read();
        }
    }

    private static bool Element(XmlReader reader, TextTaker taker, ref int tables)
    {
        switch (reader.LocalName)
        {
            case "t" or "delText" when !reader.IsEmptyElement:
                reader.Read();
                return reader.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) || taker.Take(reader.Value);
            case "tab" or "br" or "cr":
                return taker.Take(" ");
            case "noBreakHyphen":
                return taker.Take("-");
            case "tbl" when !reader.IsEmptyElement:
                tables++;
                return true;
            case "p" when reader.IsEmptyElement && tables > 0:
                return taker.Take("\t");
            default:
                return true;
        }
    }

    private static void End(string name, TextTaker taker, ref int tables)
    {
        switch (name)
        {
            case "tbl":
                tables--;
                break;
            case "p" when tables > 0:
                taker.Take("\t");
                break;
            case "p":
            case "tr" when tables == 1:
                taker.EndParagraph();
                break;
        }
    }

    private static void ReadTexts(ZipArchiveEntry entry, TextTaker taker, Predicate<string> isText)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart * 4));
        var isInside = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                isInside = isText(reader.LocalName) && !reader.IsEmptyElement;
            else if (reader.NodeType is XmlNodeType.Text && isInside && !taker.Take(reader.Value))
                return;
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" or "comment" or "pt" or "si" or "headerFooter" or "div" or "threadedComment" })
                taker.EndParagraph();
        }

        taker.EndParagraph();
    }
}
