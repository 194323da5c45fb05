using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Web.Tables;

/// <summary>Writes a workbook (XLSX) of one sheet as a stream, a row at a time: nothing is kept. Every cell is a text or a number, so none is ever a formula.</summary>
/// <remarks>ISO/IEC 29500; cells are inline strings, so that no table of texts has to be gathered first.</remarks>
public static class WorkbookWriter
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestCell = 32_767;
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly (string Name, string Text)[] Parts =
    [
        ("[Content_Types].xml", $"{Xml}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"),
        ("_rels/.rels", $"{Xml}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/_rels/workbook.xml.rels", $"{Xml}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
        ("xl/styles.xml", $"{Xml}<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/><xf numFmtId=\"1\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
    ];

    /// <summary>Writes the rows; the first is the heading.</summary>
    /// <param name="target">Gets the file; it need not be seekable.</param>
    /// <param name="shape">The sheet's name and columns.</param>
    /// <param name="rows">The rows, read one by one.</param>
    /// <param name="cancellationToken">Ends the writing; what was written is no workbook.</param>
    public static async Task WriteAsync(Stream target, WorkbookSheet shape, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var book = $"{Xml}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{System.Security.SecurityElement.Escape(shape.Name)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        foreach (var (name, text) in Parts.Append(("xl/workbook.xml", book)))
        {
            await using var part = await archive.CreateEntry(name).OpenAsync(cancellationToken);
            await part.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        await using var sheet = await archive.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(cancellationToken);
        var line = new StringBuilder($"{Xml}<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < shape.Widths.Count; i++)
            line.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{shape.Widths[i]}\" customWidth=\"1\"/>");
        line.Append("</cols><sheetData>");
        var isFirst = true;
        foreach (var row in rows)
        {
            line.Append("<row>");
            for (var i = 0; i < row.Count; i++)
            {
                if (!isFirst && shape.Numbers.Contains(i) && long.TryParse(row[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    line.Append(CultureInfo.InvariantCulture, $"<c s=\"2\"><v>{number}</v></c>");
                else
                    AppendCell(line, row[i], isFirst);
            }

            line.Append("</row>");
            await sheet.WriteAsync(Encoding.UTF8.GetBytes(line.ToString()), cancellationToken);
            line.Clear();
            isFirst = false;
        }

        line.Append("</sheetData></worksheet>");
        await sheet.WriteAsync(Encoding.UTF8.GetBytes(line.ToString()), cancellationToken);
    }

    private static void AppendCell(StringBuilder line, string text, bool isHeading)
    {
        line.Append("<c t=\"inlineStr\" s=\"").Append(isHeading ? '1' : '0').Append("\"><is><t xml:space=\"preserve\">");
        foreach (var rune in (text.Length > LongestCell ? text[..LongestCell] : text).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => line.Append("&lt;"),
                '>' => line.Append("&gt;"),
                '&' => line.Append("&amp;"),
                // What XML cannot say is left out.
                < 0x20 and not ('\t' or '\n' or '\r') => line,
                0xFFFE or 0xFFFF => line,
                _ => line.Append(rune.ToString()),
            };
        }

        line.Append("</t></is></c>");
    }
}

/// <summary>The shape of a workbook's sheet.</summary>
/// <param name="Name">Its name, of at most 31 characters, without <c>[]:*?/\</c>.</param>
/// <param name="Widths">The width of each column in characters.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<int> Widths)
{
    /// <summary>The columns, from 0, of which whole numbers are written as numbers, so that they can be added up.</summary>
    public IReadOnlyCollection<int> Numbers { get; init; } = [];
}
