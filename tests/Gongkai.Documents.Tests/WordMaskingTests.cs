using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Masking;
using Gongkai.Documents.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Documents.Tests;

/// <summary>All the text of a document, and hiding some of it: what is read is what can be hidden.</summary>
public sealed class WordMaskingTests : IDisposable
{
    private const string Secret = "321321198511300022";
    private const string Hidden = "3213**********0022";

    private readonly TextReading _reading = new(new FileKinds(), TextLimits.Whole, TimeProvider.System, NullLogger.Instance, isWhole: true);

    public static TheoryData<string, string> Places => new()
    {
        { "a paragraph", DocxFile.P("号码" + Secret) },
        { "split over runs", "<w:p><w:r><w:t>号码3213</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>21198511</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\">300022 。</w:t></w:r></w:p>" },
        { "a table", $"<w:tbl><w:tr><w:tc>{DocxFile.P("甲")}</w:tc><w:tc>{DocxFile.P(Secret)}</w:tc></w:tr></w:tbl>" },
        { "a table in a table", $"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{DocxFile.P(Secret)}</w:tc></w:tr></w:tbl>{DocxFile.P("")}</w:tc></w:tr></w:tbl>" },
        { "deleted text", $"<w:p><w:del w:id=\"1\"><w:r><w:delText>{Secret}</w:delText></w:r></w:del></w:p>" },
        { "inserted text", $"<w:p><w:ins w:id=\"1\"><w:r><w:t>{Secret}</w:t></w:r></w:ins></w:p>" },
        { "a link", $"<w:p><w:hyperlink><w:r><w:t>{Secret}</w:t></w:r></w:hyperlink></w:p>" },
        { "a text box", $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{DocxFile.P(Secret)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{DocxFile.P(Secret)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" },
    };

    public void Dispose() => _reading.Dispose();

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_stands_anywhere_in_the_body_is_read_and_hidden(string place, string body)
    {
        Assert.NotEmpty(place);
        await CheckAsync(new DocxFile { Body = body }.ToStream());
    }

    [Theory]
    [InlineData("header")]
    [InlineData("footer")]
    [InlineData("comments")]
    [InlineData("footnotes")]
    public async Task What_stands_beside_the_body_is_read_and_hidden(string part)
    {
        var file = new DocxFile { Body = DocxFile.P("正文"), Footnotes = part == "footnotes" ? $"<w:footnote w:id=\"1\">{DocxFile.P(Secret)}</w:footnote>" : null }.ToStream();
        using (var package = WordprocessingDocument.Open(file, isEditable: true))
        {
            var main = package.MainDocumentPart!;
            OpenXmlPart? added = part switch { "header" => main.AddNewPart<HeaderPart>(), "footer" => main.AddNewPart<FooterPart>(), "comments" => main.AddNewPart<WordprocessingCommentsPart>(), _ => null };
            if (added is not null)
            {
                using var writer = new StreamWriter(added.GetStream(FileMode.Create));
                var root = part switch { "header" => "hdr", "footer" => "ftr", _ => "comments" };
                writer.Write($"<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{(part == "comments" ? $"<w:comment w:id=\"0\">{DocxFile.P(Secret)}</w:comment>" : DocxFile.P(Secret))}</w:{root}>");
            }
        }

        await CheckAsync(file);
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line_so_that_what_stands_beside_can_be_seen()
    {
        var file = new DocxFile { Body = $"<w:tbl><w:tr><w:tc>{DocxFile.P("王小明")}</w:tc><w:tc>{DocxFile.P(Secret)}</w:tc></w:tr></w:tbl>" }.ToStream();

        Assert.Equal("王小明\t" + Secret, (await _reading.ReadAsync(file, default))!.Text.Trim());
    }

    [Fact]
    public async Task What_has_nothing_to_hide_is_left_alone() =>
        Assert.Null(await new WordMasking(new FileKinds()).MaskAsync(new DocxFile { Body = DocxFile.P("正文") }.ToStream(), _ => []));

    [Fact]
    public async Task The_rest_of_the_package_stays_as_it_is()
    {
        var file = new DocxFile { Body = DocxFile.P(Secret), Styles = "<w:style w:styleId=\"a\"/>" }.ToStream();
        var before = Entries(file);

        var after = Entries(new MemoryStream((await new WordMasking(new FileKinds()).MaskAsync(file, PlacesIn))!));

        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before.Where(entry => entry.Key != "word/document.xml"), entry => Assert.Equal(entry.Value, after[entry.Key]));
    }

    [Fact]
    public async Task What_is_no_Word_document_is_refused_with_what_to_do()
    {
        var fault = await Assert.ThrowsAsync<DocumentException>(() => new WordMasking(new FileKinds()).MaskAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), _ => []));

        Assert.Contains("重新上传", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/embeddings/book.xlsx")]
    [InlineData("word/afchunk.mht")]
    public async Task A_document_with_something_inside_that_nobody_reads_is_not_read_whole(string name)
    {
        var file = new DocxFile { Body = DocxFile.P("正文") }.ToStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var inner = archive.CreateEntry(name).Open();
            inner.Write("x"u8);
        }

        file.Position = 0;
        Assert.Equal(FileTextState.Shortened, (await _reading.ReadAsync(file, default))!.State);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Text_files_are_read_in_the_encodings_that_are_in_use(string encoding)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var bytes = System.Text.Encoding.GetEncoding(encoding).GetBytes("姓名,号码\r\n王小明," + Secret);

        Assert.Equal("姓名,号码\n\n王小明," + Secret, (await _reading.ReadAsync(new MemoryStream(bytes), default))!.Text);
    }

    private async Task CheckAsync(MemoryStream file)
    {
        var copy = new MemoryStream(file.ToArray());
        Assert.Contains(Secret, (await _reading.ReadAsync(copy, default))!.Text, StringComparison.Ordinal);

        var masked = await new WordMasking(new FileKinds()).MaskAsync(file, PlacesIn);

        Assert.NotNull(masked);
        Assert.DoesNotContain(Entries(new MemoryStream(masked)).Values, part => System.Text.Encoding.UTF8.GetString(part).Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(Hidden, (await _reading.ReadAsync(new MemoryStream(masked), default))!.Text, StringComparison.Ordinal);
        using var opened = WordprocessingDocument.Open(new MemoryStream(masked), isEditable: false);
        Assert.NotNull(opened.MainDocumentPart!.Document);
    }

    private static IEnumerable<int> PlacesIn(string text)
    {
        for (var at = text.IndexOf(Secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Secret, at + 1, StringComparison.Ordinal))
        {
            foreach (var place in Enumerable.Range(at + 4, 10))
                yield return place;
        }
    }

    private static Dictionary<string, byte[]> Entries(Stream package)
    {
        package.Position = 0;
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var entries = archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
        package.Position = 0;
        return entries;
    }
}
