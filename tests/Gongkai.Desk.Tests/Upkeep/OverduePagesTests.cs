using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Editing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Upkeep;

/// <summary>What nobody looked at for too long waits for whoever answers for it, until they say that it is still right.</summary>
public sealed class OverduePagesTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string List = "#bulk";

    [Fact]
    public async Task An_old_page_waits_on_its_editors_first_page_until_they_say_that_it_is_right()
    {
        await ImportAsync("old-guide", "多年前的指南", "editor");
        using var editor = await site.Desk.SignInAsync("editor");
        Assert.Contains("条内容到期，等您复核", (await editor.GetAsync("/admin")).Text, StringComparison.Ordinal);

        var page = await editor.GetAsync("/admin/upkeep");
        var row = RowOf(page, "多年前的指南")!;
        Assert.Contains("2020-07-02", row, StringComparison.Ordinal);
        Assert.Contains("editor", row, StringComparison.Ordinal);
        var none = await editor.SubmitAsync(page, selector: List);
        Assert.Contains("请先选中看过的内容", none.Message, StringComparison.Ordinal);
        var done = await editor.SubmitAsync(page, form => form["id"] = "old-guide/old-guide-v1", List);

        Assert.Contains("1 条内容复核过", done.Message, StringComparison.Ordinal);
        Assert.Null(RowOf(await editor.GetAsync("/admin/upkeep?who=all"), "多年前的指南"));
        using var auditor = await site.Desk.SignInAsync("auditor");
        Assert.Contains("复核过内容，仍然正确", (await auditor.GetAsync("/admin/audit?item=old-guide")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_confirms_what_they_may_not_edit_or_did_not_see()
    {
        await ImportAsync("of-office", "乙局的旧文件", "yi");
        await ImportAsync("changed", "后来改过的", "yi");
        using var jia = await site.Desk.SignInAsync("jia");
        Assert.Null(RowOf(await jia.GetAsync("/admin/upkeep?who=all"), "乙局的旧文件"));
        var page = await jia.GetAsync("/admin/upkeep?who=all");
        var refused = await jia.PostAsync("/admin/upkeep?handler=Seen", [.. TokenOf(await jia.GetAsync("/admin/account/password")), new("id", "of-office/of-office-v1"), new("who", "all")]);
        Assert.Contains("1 条没有记录", refused.Message, StringComparison.Ordinal);

        using var yi = await site.Desk.SignInAsync("yi");
        var mine = await yi.GetAsync("/admin/upkeep");
        Assert.NotNull(RowOf(mine, "乙局的旧文件"));
        var outdated = await yi.SubmitAsync(mine, form => form["id"] = "changed/another-version", List);
        Assert.Contains("1 条没有记录", outdated.Message, StringComparison.Ordinal);
        Assert.NotNull(RowOf(await yi.GetAsync("/admin/upkeep"), "后来改过的"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task What_the_settings_leave_out_is_not_overdue_and_a_column_without_news_is_stale()
    {
        await ImportAsync("old-other", "另一篇旧指南", "editor");
        var settings = site.Desk.Services.GetRequiredService<ISettingsStore>();
        await site.Desk.Site.ImportAsync("""{"name": "Freshness", "Types": {"Page": {"Off": true}}, "Columns": [{"Label": "指南栏目", "Type": "Page", "Days": 14, "Owner": "editor"}, {"Type": "Missing", "Days": 1}]}""");
        using var editor = await site.Desk.SignInAsync("editor");

        var overdue = await editor.GetAsync("/admin/upkeep?who=all");
        var columns = await editor.GetAsync("/admin/upkeep/columns");
        await settings.SaveAsync("Freshness", []);

        Assert.Null(RowOf(overdue, "另一篇旧指南"));
        var row = Assert.Single(columns.Document.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("指南栏目", row, StringComparison.Ordinal);
        Assert.Contains("editor", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sets_the_terms_and_what_cannot_be_read_is_named()
    {
        using var administrator = await site.Desk.SignInAsync("administrator");
        var page = await administrator.GetAsync("/admin/upkeep/settings");
        Assert.Equal("6个月", page.Document.GetElementById("t-Page")!.GetAttribute("value"));

        var refused = await administrator.SubmitAsync(page, form => (form["Page"], form["columns"]) = ("下周", "指南,Page,1个月"));
        Assert.Contains("的期限应写作", refused.Text, StringComparison.Ordinal);
        Assert.Equal("下周", refused.Document.GetElementById("t-Page")!.GetAttribute("value"));
        var unknown = await administrator.SubmitAsync(page, form => form["columns"] = "指南,None,14天");
        Assert.Contains("第 1 行：没有内容类型“None”", unknown.Text, StringComparison.Ordinal);
        var saved = await administrator.SubmitAsync(page, form => (form["Page"], form["columns"]) = ("30天", "指南,Page,1个月,editor"));

        Assert.Contains("已保存", saved.Message, StringComparison.Ordinal);
        Assert.Equal("30天", saved.Document.GetElementById("t-Page")!.GetAttribute("value"));
        Assert.Contains("指南,Page,1个月,editor", saved.Text, StringComparison.Ordinal);
        Assert.Contains("没有保存", (await administrator.SubmitAsync(page)).Text, StringComparison.Ordinal);
        await site.Desk.Services.GetRequiredService<ISettingsStore>().SaveAsync("Freshness", []);
    }

    [Theory]
    [InlineData("/admin/upkeep?number=-3&who=%00")]
    [InlineData("/admin/upkeep?number=99999999999")]
    public async Task Whatever_an_address_asks_for_is_a_page(string address)
    {
        using var editor = await site.Desk.SignInAsync("editor");
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(address)).Status);
    }

    private async Task ImportAsync(string id, string title, string owner)
    {
        var report = await site.Desk.Site.ImportAsync($$"""
            { "name": "Content", "data": [ { "ContentItemId": "{{id}}", "ContentItemVersionId": "{{id}}-v1", "ContentType": "Page", "DisplayText": "{{title}}", "Latest": true, "Published": true, "Owner": "{{owner}}", "Author": "{{owner}}",
              "CreatedUtc": "2020-01-02T03:04:05Z", "ModifiedUtc": "2020-01-02T03:04:05Z", "PublishedUtc": "2020-01-02T03:04:05Z", "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "{{id}}" } } ] }
            """);
        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
    }

    private static IEnumerable<KeyValuePair<string, string>> TokenOf(DeskAnswer page) => new DeskForm(page.Form()).Values.Where(field => field.Key == "__RequestVerificationToken");

    private static string? RowOf(DeskAnswer page, string title) => page.Document.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.TextContent.Contains(title, StringComparison.Ordinal))?.TextContent;
}
