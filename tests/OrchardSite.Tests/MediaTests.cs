using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Attachments: stored whole, served safely, and only while something public shows them.</summary>
public sealed class MediaTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string EntryId = "sample-entry-15";
    private const string EntryAddress = "/entries/000000111-2024-00001";

    [Fact]
    public async Task An_attachment_is_listed_with_its_size_and_served_while_its_entry_is_public()
    {
        const string Address = "/media/附件/食品安全 表.docx";
        // Nothing can be read of it.
        await site.ImportAsync("""{"name":"Checks","Severities":{"UnreadFile":"Warning"}}""");
        await BringAsync("附件/食品安全 表.docx", new byte[1536]);
        using (var unseen = await site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        await PublishAsync(EntryId, item => item.Part("DisclosureEntry")!["Attachments"] = System.Text.Json.Nodes.JsonNode.Parse("""{"Paths":["附件/食品安全 表.docx","missing.pdf"],"MediaTexts":["信息公示表",""]}"""));

        var page = await site.GetTextAsync(EntryAddress);
        Assert.Contains("""<a href="/media/%E9%99%84%E4%BB%B6/%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8%20%E8%A1%A8.docx" download="食品安全 表.docx">信息公示表</a>""", page, StringComparison.Ordinal);
        Assert.Contains("DOCX", page, StringComparison.Ordinal);
        Assert.Contains("1.5 KB", page, StringComparison.Ordinal);
        Assert.Contains("missing.pdf</span><span class=\"tag\">PDF</span><span class=\"file-size\">（暂不能下载）", page, StringComparison.Ordinal);
        using (var shown = await site.GetAsync(Address))
        {
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Equal(1536, (await shown.Content.ReadAsByteArrayAsync()).Length);
            Assert.Equal("食品安全 表.docx", shown.Content.Headers.ContentDisposition!.FileNameStar);
            Assert.Equal("attachment", shown.Content.Headers.ContentDisposition.DispositionType);
            Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(shown.Headers.CacheControl!.NoCache);
        }

        await site.ExecuteAsync(new Unpublish(EntryId));
        using (var withdrawn = await site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);

        await PublishAsync(EntryId, item => item.Part("DisclosureEntry")!.SetTextField("DisclosureMode", "不予公开"));
        using (var hidden = await site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await PublishAsync(EntryId, item => item.Part("DisclosureEntry")!.SetTextField("DisclosureMode", "主动公开"));
        using var again = await site.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_text_links_to_is_served()
    {
        await BringAsync("图/示意图.png", [1, 2, 3]);

        await PublishAsync("sample-entry-14", item => item.Part("MarkdownBodyPart")!["Markdown"] = "见[示意图](/media/图/示意图.png)。");

        using var served = await site.GetAsync("/media/图/示意图.png");
        Assert.Equal("image/png", served.Content.Headers.ContentType!.MediaType);
        Assert.Null(served.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task The_text_of_an_attachment_is_found_while_its_entry_is_public_and_read_once()
    {
        const string Word = "霁月滩涂";
        // The sample content has an attachment of its own.
        var texts = Directory.CreateDirectory(Path.Combine(site.DataFolder, "texts"));
        var before = texts.GetFiles("*", SearchOption.AllDirectories).Length;
        await SaveAsync("附件/方案.docx", Docx($"本方案所称{Word}，是指……"));
        Assert.Equal(0, await CountAsync(Word));

        await PublishAsync("sample-entry-13", item => item.Part("MarkdownBodyPart")!["Markdown"] = "见[方案](/media/附件/方案.docx)。");

        Assert.Equal(1, await CountAsync(Word));
        Assert.Contains("方案.docx", await site.GetTextAsync("/search?q=" + Uri.EscapeDataString(Word)), StringComparison.Ordinal);
        // Once for the search, once whole for the checks before publication.
        Assert.Equal(before + 2, texts.GetFiles("*", SearchOption.AllDirectories).Length);
        await site.ExecuteAsync(new Unpublish("sample-entry-13"));
        Assert.Equal(0, await CountAsync(Word));
    }

    [Fact]
    public async Task A_smaller_size_is_served_only_where_the_picture_is()
    {
        using var wide = new SkiaSharp.SKBitmap(300, 10);
        using var encoded = wide.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        var picture = encoded.ToArray();
        await SaveAsync("图/宽.png", picture);
        using (var unseen = await site.GetAsync("/media/图/宽.png?width=240"))
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);

        await PublishAsync("sample-entry-12", item => item.Part("MarkdownBodyPart")!["Markdown"] = "![宽](/media/图/宽.png)");

        using (var smaller = await site.GetAsync("/media/图/宽.png?width=240"))
        using (var bitmap = SkiaSharp.SKBitmap.Decode(await smaller.Content.ReadAsByteArrayAsync()))
            Assert.Equal(240, bitmap.Width);
        using (var other = await site.GetAsync("/media/图/宽.png?width=241"))
            Assert.Equal(picture.Length, other.Content.Headers.ContentLength);
        await site.ExecuteAsync(new Unpublish("sample-entry-12"));
        using var withdrawn = await site.GetAsync("/media/图/宽.png?width=240");
        Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);
    }

    [Fact]
    public async Task A_PDF_is_saved_and_not_shown()
    {
        await SaveAsync("site/指南.pdf", "%PDF-1.4"u8.ToArray());

        using var served = await site.GetAsync("/media/site/指南.pdf");

        Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", served.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_is_used_by_drafts_and_published_items_that_name_it_or_link_to_it()
    {
        await SaveAsync("用/表 一.xlsx", [1]);
        var references = site.Services.GetRequiredService<IMediaReferences>();
        Assert.Empty(await references.UsersOfAsync("用/表 一.xlsx"));

        var linking = await site.GetItemAsync("sample-entry-11");
        linking.Part("MarkdownBodyPart")!["Markdown"] = "见[表](/media/%E7%94%A8/%E8%A1%A8%20%E4%B8%80.xlsx)。";
        await site.ExecuteAsync(new SaveDraft(linking, linking.ContentItemVersionId));
        var naming = await site.GetItemAsync("sample-entry-10");
        naming.Part("DisclosureEntry")!["Attachments"] = System.Text.Json.Nodes.JsonNode.Parse("""{"Paths":["用/表 一.xlsx"],"MediaTexts":[""]}""");
        await site.ExecuteAsync(new SaveDraft(naming, naming.ContentItemVersionId));

        Assert.Equal(["sample-entry-10", "sample-entry-11"], (await references.UsersOfAsync("用/表 一.xlsx")).Select(item => item.ContentItemId));
        Assert.False(await references.IsShownAsync("用/表 一.xlsx"));
        Assert.Empty(await references.UsersOfAsync("别/表 一.xlsx"));
    }

    [Fact]
    public async Task The_library_lists_finds_describes_and_deletes()
    {
        var library = site.Services.GetRequiredService<IMediaLibrary>();
        await SaveAsync("库/甲/图.png", [1]);
        await library.DescribeAsync("库/甲/图.png", new() { AlternativeText = "港口全景", OriginalName = "IMG_1.png", UploadedBy = "editor" });

        Assert.Equal(["甲"], (await library.ListAsync("库")).Folders);
        Assert.Equal("库/甲/图.png", Assert.Single((await library.ListAsync("库/甲")).Files).Path);
        Assert.Equal("库/甲/图.png", Assert.Single(await library.FindAsync("港口", 10)).Path);
        Assert.Equal("IMG_1.png", (await library.GetDescriptionAsync("库/甲/图.png")).OriginalName);
        Assert.Empty((await library.ListAsync("../..")).Files);
        Assert.Null(await library.OpenAsync("库/甲/图.png.about"));

        Assert.True(await library.DeleteAsync("库/甲/图.png"));
        Assert.False(await library.DeleteAsync("库/甲/图.png"));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(site.DataFolder, "media", "库", "甲")));
    }

    [Fact]
    public async Task A_browser_asks_for_a_part_or_whether_anything_changed()
    {
        await BringAsync("site/长片.mp4", new byte[5000]);
        using var whole = await site.GetAsync("/media/site/长片.mp4");
        using var part = await SendAsync("/media/site/长片.mp4", request => request.Headers.Range = new RangeHeaderValue(1000, 1999));
        using var unchanged = await SendAsync("/media/site/长片.mp4", request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, "/media/site/长片.mp4"));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(1000, part.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(5000, head.Content.Headers.ContentLength);
        Assert.NotNull(whole.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("/media/")]
    [InlineData("/media/site")]
    [InlineData("/media/../gongkai.db")]
    [InlineData("/media/..%2fgongkai.db")]
    [InlineData("/media/site/%2e%2e/%2e%2e/gongkai.db")]
    [InlineData("/media/site/..\\..\\gongkai.db")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/site/%00.pdf")]
    public async Task Nothing_else_is_within_reach(string address)
    {
        using var response = await site.GetAsync(address);

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{response.StatusCode}");
    }

    [Theory]
    [InlineData("site/page.html")]
    [InlineData("site/run.js")]
    [InlineData("site/run.exe")]
    [InlineData("site/none")]
    [InlineData("site/.hidden.pdf")]
    [InlineData("../out.pdf")]
    public async Task What_a_browser_would_run_and_what_leads_out_is_not_taken(string path)
    {
        var report = await site.ImportAsync($$"""{"name":"media","Files":[{"TargetPath":"{{path}}","Base64":"YQ=="}]}""");

        Assert.Equal("$.steps[0].Files[0].TargetPath", Assert.Single(report.Problems).Place.JsonPath);
    }

    [Fact]
    public async Task The_same_file_again_is_no_change_and_nothing_unfinished_is_left()
    {
        var store = site.Services.GetRequiredService<IMediaStore>();
        await store.SaveAsync("same/a.txt", new MemoryStream([1]));
        var before = await store.FindAsync("same/a.txt");

        Assert.False(await store.SaveAsync("same/a.txt", new MemoryStream([1])));
        Assert.Equal(before, await store.FindAsync("same/a.txt"));
        Assert.True(await store.SaveAsync("same/a.txt", new MemoryStream([2, 3])));
        await Assert.ThrowsAsync<IOException>(() => store.SaveAsync("same/b.txt", new BrokenStream()));
        await Assert.ThrowsAsync<MediaException>(() => store.SaveAsync("same/a.txt/b.txt", new MemoryStream([1])));

        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(Path.Combine(site.DataFolder, "media", "same")).Select(path => Path.GetFileName(path)));
    }

    private Task<bool> SaveAsync(string path, byte[] content) => site.Services.GetRequiredService<IMediaStore>().SaveAsync(path, new MemoryStream(content));

    private async Task<int> CountAsync(string query) => (int)(await site.GetJsonAsync("/api/search?q=" + Uri.EscapeDataString(query)))["total"]!;

    private static byte[] Docx(string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Write("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>""");

            void Write(string name, string content)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private async Task BringAsync(string path, byte[] content)
    {
        var report = await site.ImportAsync($$"""{"name":"media","Files":[{"TargetPath":"{{path}}","Base64":"{{Convert.ToBase64String(content)}}"}]}""");
        Assert.Empty(report.Problems);
    }

    private async Task PublishAsync(string id, Action<ContentItem> change)
    {
        var item = await site.GetItemAsync(id);
        change(item);
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish(id));
    }

    private async Task<HttpResponseMessage> SendAsync(string address, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with(request);
        return await site.Client.SendAsync(request);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}
