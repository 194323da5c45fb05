using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Texts;

/// <summary>The text of DOCX and XLSX, read as a stream: nothing of them is kept in memory but the text.</summary>
internal static class OpenXmlText
{
    private const int MostSharedCharacters = 4_000_000;
    private const int MostSheets = 100;

    /// <summary>Reads a Word document: its paragraphs, tables and notes, without deleted text.</summary>
    public static void ReadWord(Stream file, TextTaker taker)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var name in (string[])["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"])
        {
            if (archive.GetEntry(name) is { } entry)
                ReadParagraphs(entry, taker);
        }
    }

    /// <summary>Reads a workbook: the texts and numbers of its sheets, a row a line.</summary>
    public static void ReadSheets(Stream file, TextTaker taker)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? ReadShared(strings) : [];
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.FullName.Length).ThenBy(entry => entry.FullName, StringComparer.Ordinal).Take(MostSheets))
        {
            if (!ReadSheet(entry, shared, taker))
                return;
        }
    }

    private static void ReadParagraphs(ZipArchiveEntry entry, TextTaker taker)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart * 4));
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader is { LocalName: "t", IsEmptyElement: false })
            {
                reader.Read();
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && !taker.Take(reader.Value))
                    return;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "tab" or "br" or "tc")
            {
                taker.Take(" ");
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
            {
                taker.EndParagraph();
                if (taker.IsFull && !taker.Take(""))
                    return;
            }
        }
    }

    private static List<string> ReadShared(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart * 4));
        var (shared, total) = (new List<string>(), 0);
        while (reader.Read() && total < MostSharedCharacters)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var text = "";
            while (reader.Read() && reader is not { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                // The reading of a name (rPh) is not part of it.
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                    reader.Skip();
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                    text += reader.Value;
            }

            shared.Add(text);
            total += text.Length + 1;
        }

        return shared;
    }

    private static bool ReadSheet(ZipArchiveEntry entry, List<string> shared, TextTaker taker)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart * 4));
        var type = "";
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                type = reader.GetAttribute("t") ?? "";
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "t", IsEmptyElement: false })
            {
                reader.Read();
                if (reader.NodeType == XmlNodeType.Text && !taker.Take(ValueOf(type, reader.Value, shared) + " "))
                    return false;
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                taker.EndParagraph();
            }
        }

        return true;
    }

    private static string ValueOf(string type, string value, List<string> shared) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < shared.Count ? shared[place] : "",
        "b" or "e" => "",
        _ => value,
    };
}
