using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Gongkai.Content;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Tables;

/// <summary>The first sheet of a workbook (XLSX), read as a stream.</summary>
internal static class SheetTable
{
    private const int MostShared = 200_000;
    private const int MostMerged = 20_000;
    private const string Workbook = "xl/workbook.xml";

    public static IReadOnlyList<TableRow> Read(Stream file, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? ReadShared(strings) : [];
        var sheet = archive.GetEntry(FirstSheet(archive) ?? "xl/worksheets/sheet1.xml") ?? throw new DocumentException(new("工作簿里没有工作表。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。"));
        var rows = new Dictionary<int, List<string>>();
        var merged = new List<string>();
        ReadSheet(sheet, shared, rows, merged, cancellationToken);
        foreach (var area in merged)
            Fill(area, rows);
        var table = new TableLimits();
        foreach (var (number, cells) in rows.OrderBy(row => row.Key))
            table.Add(number, [.. cells.Select((text, column) => table.Take(text, number, column))]);
        return table.Rows;
    }

    /// <summary>The part of the sheet that a reader sees first, by the workbook's own order.</summary>
    private static string? FirstSheet(ZipArchive archive)
    {
        if (archive.GetEntry(Workbook) is not { } workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
            return null;
        var id = ElementsOf(workbook, "sheet", sheet => sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")).FirstOrDefault(found => found is not null);
        var target = ElementsOf(relations, "Relationship", relation => relation.GetAttribute("Id") == id ? relation.GetAttribute("Target") : null).FirstOrDefault(found => found is not null);
        return target is null ? null : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static List<string?> ElementsOf(ZipArchiveEntry entry, string name, Func<XmlReader, string?> take)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart));
        var found = new List<string?>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                found.Add(take(reader));
        }

        return found;
    }

    private static List<string> ReadShared(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart));
        var shared = new List<string>();
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            if (shared.Count == MostShared)
                throw new DocumentException(new("工作簿里的文字太多，请分成几个文件。"));
            shared.Add(TextOf(reader));
        }

        return shared;
    }

    private static void ReadSheet(ZipArchiveEntry entry, List<string> shared, Dictionary<int, List<string>> rows, List<string> merged, CancellationToken cancellationToken)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart));
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    cancellationToken.ThrowIfCancellationRequested();
                    row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : row + 1;
                    column = 0;
                    break;
                case "c":
                    if (PlaceOf(reader.GetAttribute("r")) is { } place)
                        column = place.Column;
                    if (ValueOf(reader, shared) is { Length: > 0 } text)
                        Set(rows, row, column, text);
                    column++;
                    break;
                case "mergeCell" when reader.GetAttribute("ref") is { } area && merged.Count < MostMerged:
                    merged.Add(area);
                    break;
            }
        }
    }

    private static string ValueOf(XmlReader cell, List<string> shared)
    {
        var type = cell.GetAttribute("t");
        if (cell.IsEmptyElement)
            return "";
        var depth = cell.Depth;
        var value = "";
        while (cell.Read() && !(cell.NodeType == XmlNodeType.EndElement && cell.Depth == depth))
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "is" })
                value = TextOf(cell);
            else if (cell is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
                value = TextOf(cell);
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < shared.Count ? shared[place] : "",
            "e" => "",
            _ => value,
        };
    }

    /// <summary>The text inside an element, which the reader leaves at its end; the reading of a name (rPh) is not part of it.</summary>
    private static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (depth, text) = (reader.Depth, new StringBuilder());
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                reader.Skip();
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
                break;
        }

        return text.ToString();
    }

    private static void Set(Dictionary<int, List<string>> rows, int row, int column, string text)
    {
        if (column >= TableLimits.MostColumns)
            throw new DocumentException($"第 {row} 行超过 {TableLimits.MostColumns} 列，不像是填写的表格。请删去多余的列再上传。");
        if (!rows.TryGetValue(row, out var cells))
        {
            if (rows.Count == ITableFiles.MostRows)
                throw new DocumentException($"表格超过 {ITableFiles.MostRows} 行，请分成几个文件。");
            rows[row] = cells = [];
        }

        while (cells.Count <= column)
            cells.Add("");
        cells[column] = text;
    }

    /// <summary>Every cell of a merged area says what the area says; rows that have nothing else stay empty.</summary>
    private static void Fill(string area, Dictionary<int, List<string>> rows)
    {
        var corners = area.Split(':');
        if (corners.Length != 2 || PlaceOf(corners[0]) is not { } first || PlaceOf(corners[1]) is not { } last
            || !rows.TryGetValue(first.Row, out var top) || first.Column >= top.Count || top[first.Column].Length == 0)
            return;
        var text = top[first.Column];
        foreach (var row in rows.Keys.Where(row => row >= first.Row && row <= last.Row).ToList())
        {
            for (var column = first.Column; column <= Math.Min(last.Column, TableLimits.MostColumns - 1); column++)
            {
                if (column >= rows[row].Count || rows[row][column].Length == 0)
                    Set(rows, row, column, text);
            }
        }
    }

    /// <summary>The place that a reference names: C5 is column 2 of row 5.</summary>
    private static (int Row, int Column)? PlaceOf(string? reference)
    {
        if (reference is null)
            return null;
        var (column, at) = (0, 0);
        for (; at < reference.Length && at < 3 && char.IsAsciiLetterUpper(reference[at]); at++)
            column = (column * 26) + reference[at] - 'A' + 1;
        return column > 0 && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, column - 1) : null;
    }
}
