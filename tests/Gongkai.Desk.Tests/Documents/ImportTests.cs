using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.Content;
using Gongkai.Desk.Documents;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Documents;

/// <summary>From a Word document to a draft.</summary>
public sealed class ImportTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_document_becomes_a_draft_that_was_corrected_beside_the_original()
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/documents/import");

        var read = await UploadAsync(browser, page, Docx("滨海市人民政府文件", "滨政发〔2024〕5号", "关于某事的通知", "正文第一段。"));

        Assert.Equal("关于某事的通知", read.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("滨政发〔2024〕5号", read.QuerySelector("#number")!.GetAttribute("value"));
        Assert.Contains("正文第一段。", read.QuerySelector("#body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("滨海市人民政府文件", read.QuerySelector(".original")!.TextContent, StringComparison.Ordinal);

        var form = (AngleSharp.Html.Dom.IHtmlFormElement)read.QuerySelector("form:has(#title)")!;
        var fields = new DeskForm(form) { ["title"] = "改过的标题" };
        await browser.PostAsync(form.GetAttribute("action")!, fields.Values);

        var item = await FindAsync("改过的标题");
        Assert.False(item.Published);
        Assert.Equal("editor", item.Owner);
        Assert.Equal("滨政发〔2024〕5号", item.Part("DisclosureEntry")!.TextField("DocumentNumber"));
        Assert.Equal("正文第一段。\n", item.Part("MarkdownBodyPart")!.Text("Markdown")!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_is_no_document_is_refused_in_words()
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/documents/import");

        var refused = await UploadAsync(browser, page, "{\\rtf1 hello}"u8.ToArray());

        Assert.Contains("另存为", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issuer_is_found_by_its_name_or_the_end_of_it()
    {
        var tree = new TaxonomySnapshot([Tree()]).ById["issuers"];

        Assert.Equal("t1", DraftItem.TermOf("市卫生健康委员会", tree));
        Assert.Equal("t1", DraftItem.TermOf("滨海市卫生健康委员会", tree));
        Assert.Null(DraftItem.TermOf("别的单位", tree));
        Assert.Null(DraftItem.TermOf(null, tree));
    }

    private static ContentItem Tree()
    {
        var tree = new ContentItem("Taxonomy", "issuers") { DisplayText = "机构" };
        tree.EnsurePart("AliasPart")["Alias"] = "issuers";
        tree.EnsurePart("TaxonomyPart")["Terms"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["ContentItemId"] = "t1", ["DisplayText"] = "市卫生健康委员会", ["ContentType"] = "Issuer" });
        return tree;
    }

    private async Task<ContentItem> FindAsync(string title)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await foreach (var item in scope.ServiceProvider.GetRequiredService<IContentReader>().StreamAsync(["DisclosureEntry"], VersionOption.Latest))
        {
            if (item.DisplayText == title)
                return item;
        }

        throw new InvalidOperationException($"There is no {title}.");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> UploadAsync(DeskBrowser browser, DeskAnswer page, byte[] content)
    {
        var form = page.Form("form:has(#file)");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(new DeskForm(form)["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent("DisclosureEntry"), "type" },
        };
        body.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "通知.docx");
        using var response = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), body);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    private static byte[] Docx(string mark, string number, string title, string body)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Write("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Write("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Center(mark)}{Center(number)}{Center(title)}<w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>""");

            void Write(string name, string content)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();

        static string Center(string text) => $"""<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";
    }
}
