using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Editing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Upkeep;

/// <summary>The check of everything that is public, from the button to the place of what was found.</summary>
public sealed class SitePageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task An_administrator_begins_a_check_and_editors_go_to_each_place()
    {
        var report = await site.Desk.Site.ImportAsync("""
            { "name": "Content", "data": [ { "ContentItemId": "leaky", "ContentItemVersionId": "leaky-v1", "ContentType": "Page", "DisplayText": "=联系我们", "Latest": true, "Published": true, "Owner": "editor",
              "TitlePart": { "Title": "=联系我们" }, "AutoroutePart": { "Path": "leaky" }, "MarkdownBodyPart": { "Markdown": "第一行\n\n请打 13800138000 找张三" } } ] }
            """);
        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
        using var administrator = await site.Desk.SignInAsync("administrator");
        var before = await administrator.GetAsync("/admin/upkeep/site");
        Assert.Contains("还没有做过全站检查", before.Text, StringComparison.Ordinal);

        var done = await UntilDoneAsync(administrator, await administrator.SubmitAsync(before));

        using var editor = await site.Desk.SignInAsync("editor");
        var page = await editor.GetAsync("/admin/upkeep/site?check=MobileNumber");
        Assert.Null(page.Document.QuerySelector("main form"));
        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("手机号码没有隐去", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", page.Text + done.Text, StringComparison.Ordinal);
        var place = await editor.GetAsync(row.QuerySelectorAll("a")[1].GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "/admin/content/edit/leaky"), (place.Status, place.Address));
        Assert.Equal("#" + Gongkai.Desk.Editing.Editor.IdOf("MarkdownBodyPart"), place.Response.RequestMessage!.RequestUri!.Fragment);

        var csv = await (await editor.Client.GetAsync(new Uri("/admin/upkeep/site?handler=Csv", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.Contains("\r\nleaky,Page,'=联系我们,手机号码,阻止发布,正文,,3,", csv, StringComparison.Ordinal);
        Assert.NotEmpty((await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.CheckSiteExported })).Records);

        Assert.Contains("重新检查", (await administrator.GetAsync("/admin/upkeep/site")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/upkeep/site?check=%00&at=-4", HttpStatusCode.OK)]
    [InlineData("/admin/upkeep/site?check=MobileNumber&at=99999999999", HttpStatusCode.OK)]
    [InlineData("/admin/upkeep/site?handler=Place&number=-1&run=%00", HttpStatusCode.NotFound)]
    [InlineData("/admin/upkeep/links?number=-3&who=all", HttpStatusCode.OK)]
    public async Task Whatever_an_address_asks_for_is_answered(string address, HttpStatusCode expected)
    {
        using var editor = await site.Desk.SignInAsync("editor");
        Assert.Equal(expected, (await editor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Where_links_are_not_checked_the_page_says_so()
    {
        using var editor = await site.Desk.SignInAsync("editor");
        Assert.Contains("外部链接的检查没有打开", (await editor.GetAsync("/admin/upkeep/links")).Text, StringComparison.Ordinal);
    }

    private static async Task<DeskAnswer> UntilDoneAsync(DeskBrowser browser, DeskAnswer page)
    {
        while (!page.Text.Contains("检查完了", StringComparison.Ordinal))
            page = await browser.GetAsync("/admin/upkeep/site");
        return page;
    }
}
