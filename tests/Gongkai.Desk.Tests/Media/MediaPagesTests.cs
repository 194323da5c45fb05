using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Media;

/// <summary>The media library on the real site: uploads that lie, files in use, and what the public can fetch.</summary>
public sealed class MediaPagesTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_picture_is_uploaded_with_its_alternative_text_shown_and_deleted()
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/media");

        var after = await UploadAsync(browser, page, "港口.png", Picture(), "港口全景", "图/2026");

        Assert.Contains("上传了 1 个文件", after.Message, StringComparison.Ordinal);
        Assert.Contains("港口.png", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("缺替代文字", after.Text, StringComparison.Ordinal);
        var details = await browser.GetAsync("/admin/media/file?path=" + Uri.EscapeDataString("图/2026/港口.png"));
        Assert.Equal("港口全景", details.Document.QuerySelector("textarea")!.TextContent);
        using (var shown = await browser.Client.GetAsync(new Uri("/admin/media/raw/图/2026/港口.png", UriKind.Relative)))
            Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        using (var unseen = await desk.Site.GetAsync("/media/图/2026/港口.png"))
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);

        var gone = await browser.SubmitAsync(details, selector: "aside form");
        Assert.Contains("已删除", gone.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/media/file?path=" + Uri.EscapeDataString("图/2026/港口.png"))).Status);
    }

    [Theory]
    [InlineData("通知.pdf", "MZ\u0090\0", "程序")]
    [InlineData("通知.pdf", "<html><script>alert(1)</script>", "脚本")]
    [InlineData("图.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("表.docx", "%PDF-1.7", "内容却是PDF")]
    [InlineData("表.pdf", "\u0001\u0002\u0003", "内容不是PDF")]
    [InlineData("网页.html", "hello", "扩展名")]
    [InlineData("空.txt", "", "空文件")]
    [InlineData("坏.png", "\u0089PNG\r\n\u001a\nxxxx", "图片")]
    public async Task A_file_that_lies_about_itself_is_refused_in_words(string name, string content, string says)
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/media");

        var after = await UploadAsync(browser, page, name, Encoding.Latin1.GetBytes(content), "", "坏");

        Assert.Contains(says, after.Message, StringComparison.Ordinal);
        Assert.Empty((await desk.Services.GetRequiredService<IMediaLibrary>().ListAsync("坏")).Files);
    }

    [Fact]
    public async Task A_file_that_something_uses_is_not_deleted_and_says_by_what()
    {
        await desk.Services.GetRequiredService<IMediaStore>().SaveAsync("用/表.csv", new MemoryStream("a,b"u8.ToArray()));
        var item = new ContentItem("DisclosureEntry", IdGenerator.NewId()) { DisplayText = "用表的页面" };
        item.EnsurePart("TitlePart")["Title"] = "用表的页面";
        item.EnsurePart("MarkdownBodyPart")["Markdown"] = "[表](/media/用/表.csv)";
        await desk.Site.ExecuteAsync(new SaveDraft(item, null));
        using var browser = await desk.SignInAsync("administrator");

        var details = await browser.GetAsync("/admin/media/file?path=" + Uri.EscapeDataString("用/表.csv"));
        var after = await browser.SubmitAsync(details, selector: "aside form");

        Assert.Contains("用表的页面", details.Text, StringComparison.Ordinal);
        Assert.Contains("还在使用", after.Message, StringComparison.Ordinal);
        Assert.NotNull(await desk.Services.GetRequiredService<IMediaStore>().FindAsync("用/表.csv"));
    }

    [Fact]
    public async Task The_same_name_twice_keeps_both_files()
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/media");

        await UploadAsync(browser, page, "说明.txt", "一"u8.ToArray(), "", "双");
        await UploadAsync(browser, page, "说明.txt", "二"u8.ToArray(), "", "双");

        Assert.Equal(["双/说明-2.txt", "双/说明.txt"], (await desk.Services.GetRequiredService<IMediaLibrary>().ListAsync("双")).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task The_script_gets_the_path_or_the_fault_and_nothing_without_a_token()
    {
        using var browser = await desk.SignInAsync("editor");
        var token = (await browser.GetAsync("/admin/media")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var taken = await browser.Client.PostAsync(new Uri("/admin/media/upload", UriKind.Relative), Form("a.txt", "你好"u8.ToArray(), token));
        using var refused = await browser.Client.PostAsync(new Uri("/admin/media/upload", UriKind.Relative), Form("a.exe", "MZ"u8.ToArray(), token));
        using var forged = await browser.Client.PostAsync(new Uri("/admin/media/upload", UriKind.Relative), Form("b.txt", "你好"u8.ToArray(), null));

        Assert.Contains("\"path\":\"\\u7247/a.txt\"", (await taken.Content.ReadAsStringAsync()).Replace("片", "\\u7247", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Null(await desk.Services.GetRequiredService<IMediaStore>().FindAsync("片/b.txt"));
    }

    [Fact]
    public async Task Files_are_chosen_from_a_fragment()
    {
        await desk.Services.GetRequiredService<IMediaStore>().SaveAsync("选/图.png", new MemoryStream(Picture()));
        using var browser = await desk.SignInAsync("editor");

        var page = await browser.GetAsync("/admin/media/pick?kind=picture&folder=" + Uri.EscapeDataString("选"));

        Assert.Equal("选/图.png", page.Document.QuerySelector("#pick [data-pick]")!.GetAttribute("data-pick"));
    }

    private static async Task<DeskAnswer> UploadAsync(DeskBrowser browser, DeskAnswer page, string name, byte[] content, string alternative, string into)
    {
        var form = page.Form("form[data-upload]");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(new DeskForm(form)["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent(alternative), "alternative" },
            { new StringContent(into), "into" },
        };
        body.Add(File(content), "files", name);
        using var response = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), body);
        return await browser.GetAsync(response.Headers.Location!.ToString());
    }

    private static MultipartFormDataContent Form(string name, byte[] content, string? token)
    {
        var body = new MultipartFormDataContent { { new StringContent("片"), "folder" } };
        if (token is not null)
            body.Add(new StringContent(token), "__RequestVerificationToken");
        body.Add(File(content), "file", name);
        return body;
    }

    private static ByteArrayContent File(byte[] content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private static byte[] Picture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(30, 20);
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
