using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Texts;
using Microsoft.Extensions.Logging.Abstractions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Documents.Tests;

/// <summary>The text of attachments.</summary>
public sealed class FileTextTests : IDisposable
{
    private readonly TextReading _reading = new(new FileKinds(), TextLimits.Default, TimeProvider.System, NullLogger.Instance);

    public void Dispose() => _reading.Dispose();

    [Fact]
    public async Task The_text_of_a_Word_document_is_read_without_what_was_deleted()
    {
        var file = new DocxFile { Body = DocxFile.P("第一段") + "<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>第二段</w:t></w:r></w:p>" }.ToStream();

        Assert.Equal(new FileText(FileTextState.Whole, "第一段\n\n第二段"), await _reading.ReadAsync(file, default));
    }

    [Fact]
    public async Task The_texts_and_numbers_of_a_workbook_are_read_row_by_row()
    {
        var text = await _reading.ReadAsync(Workbook(), default);

        Assert.Equal("项目 金额 \n\n办公费 12.5", text!.Text);
    }

    [Fact]
    public async Task The_text_of_a_PDF_is_read_and_a_scan_has_none()
    {
        var text = await _reading.ReadAsync(new MemoryStream(Pdf("Public notice 2024")), default);
        var scan = await _reading.ReadAsync(new MemoryStream(Pdf("")), default);

        Assert.Equal(new FileText(FileTextState.Whole, "Public notice 2024"), text);
        Assert.Equal(FileTextState.NoText, scan!.State);
    }

    [Fact]
    public async Task A_long_text_is_cut_and_said_to_be()
    {
        using var reading = new TextReading(new FileKinds(), new TextLimits(1_000_000, 10, TimeSpan.FromMinutes(1)), TimeProvider.System, NullLogger.Instance);

        var text = await reading.ReadAsync(new DocxFile { Body = DocxFile.P("一二三四五六七八九十") + DocxFile.P("后面") }.ToStream(), default);

        Assert.Equal(new FileText(FileTextState.Shortened, "一二三四五六七八九十"), text);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\ntrailer << /Root 1 0 R >>")]
    [InlineData("%PDF-1.7\ngarbage")]
    [InlineData("PK\u0003\u0004garbage")]
    public async Task A_hostile_file_has_no_text_and_does_no_harm(string content)
    {
        var text = await _reading.ReadAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), default);

        Assert.Equal("", text!.Text);
        Assert.NotEqual(FileTextState.Whole, text!.State);
    }

    private static byte[] Pdf(string text)
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        if (text.Length > 0)
            page.AddText(text, 12, new PdfPoint(25, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }

    private static MemoryStream Workbook()
    {
        var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>("s1");
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Text("项目")), new SharedStringItem(new Text("金额")));
            sheet.Worksheet = new Worksheet(new SheetData(
                new Row(new Cell { DataType = CellValues.SharedString, CellValue = new CellValue("0") }, new Cell { DataType = CellValues.SharedString, CellValue = new CellValue("1") }),
                new Row(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text("办公费")) }, new Cell { CellValue = new CellValue("12.5") })));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = "s1", SheetId = 1, Name = "表" }));
        }

        file.Position = 0;
        return file;
    }
}
