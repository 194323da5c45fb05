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
        await BringAsync("附件/食品安全 表.docx", new byte[1536]);
        using (var unseen = await site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        await PublishAsync(EntryId, item => item.Part("DisclosureEntry")!["Attachments"] = System.Text.Json.Nodes.JsonNode.Parse("""{"Paths":["附件/食品安全 表.docx","missing.pdf"],"MediaTexts":["信息公示表",""]}"""));

        var page = await site.GetTextAsync(EntryAddress);
        Assert.Contains("""<a href="/media/%E9%99%84%E4%BB%B6/%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8%20%E8%A1%A8.docx" download="食品安全 表.docx">信息公示表</a>""", page, StringComparison.Ordinal);
        Assert.Contains("DOCX", page, StringComparison.Ordinal);
        Assert.Contains("1.5 KB", page, StringComparison.Ordinal);
        Assert.Contains("missing.pdf<span class=\"tag\">PDF</span><span class=\"file-size\">（暂不能下载）", page, StringComparison.Ordinal);
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
