using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Tables;

namespace Gongkai.Documents.Tests;

public sealed class TableFilesTests
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

    [Fact]
    public async Task Cells_shared_inline_numeric_and_merged_are_read_with_the_numbers_of_their_rows()
    {
        var rows = await ReadAsync(Workbook(
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t> 乙 </t></is></c></row><row r=\"4\"><c r=\"B4\"><f>1+1</f><v>2</v></c><c r=\"C4\"/></row>",
            "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>"), "t.xlsx");

        Assert.Equal([2, 4], rows.Select(row => row.Number));
        Assert.Equal(["甲", "", "乙"], rows[0].Cells);
        Assert.Equal(["甲", "2"], rows[1].Cells);
        Assert.Equal("", rows[1][9]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task Csv_is_read_with_quoted_breaks_and_commas_in_the_encodings_that_Excel_writes(string encoding)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes("领域,内容\r\n教育,\"甲,\"\"乙\"\"\n丙\"\r\n\r\n救助,丁");

        var rows = await ReadAsync(new MemoryStream(bytes), "t.csv");

        Assert.Equal([1, 2, 4], rows.Select(row => row.Number));
        Assert.Equal(["教育", "甲,\"乙\"\n丙"], rows[1].Cells);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked() => await IsRefusedAsync(Workbook(new string(' ', 60_000_000), ""), "t.xlsx", "大得异常");

    [Fact]
    public async Task A_document_type_definition_is_refused() =>
        await IsRefusedAsync(Workbook("", "", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"), "t.xlsx", "损坏");

    [Theory]
    [InlineData("t.xlsx", "只是文字", "内容却")]
    [InlineData("t.csv", "%PDF-1.7 x", "内容却")]
    [InlineData("t.csv", "a,\"b", "引号没有成对")]
    [InlineData("t.csv", "MZ\u0090\0\u0003", "程序")]
    public async Task A_file_that_is_not_what_it_says_is_refused(string name, string content, string message) => await IsRefusedAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), name, message, content);

    [Fact]
    public async Task More_rows_than_anybody_fills_in_are_refused() =>
        await IsRefusedAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", ITableFiles.MostRows + 1)))), "t.csv", "行");

    [Fact]
    public async Task More_columns_than_anybody_fills_in_are_refused() => await IsRefusedAsync(Workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", ""), "t.xlsx", "列");

    private static async Task<IReadOnlyList<TableRow>> ReadAsync(Stream file, string name) => await new TableFiles(new FileKinds()).ReadAsync(file, name);

    private static async Task IsRefusedAsync(Stream file, string name, string message, string? content = null)
    {
        // A text in Chinese is written as UTF-8.
        var given = content?.Any(c => c > 255) == true ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : file;
        Assert.Contains(message, (await Assert.ThrowsAsync<DocumentException>(() => ReadAsync(given, name))).Message, StringComparison.Ordinal);
    }

    private static MemoryStream Workbook(string rows, string after, string doctype = "")
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", Types);
            Add("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
            Add("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>甲</t></r><rPh><t>jia</t></rPh></si></sst>");
            Add("xl/worksheets/sheet1.xml", $"{doctype}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{after}</worksheet>");

            void Add(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        file.Position = 0;
        return file;
    }
}
