using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Feedback;

/// <summary>The desk deals with what readers say, and sees how many subscribe, never who.</summary>
public sealed class FeedbackPagesTests(DeskSite desk) : IClassFixture<DeskSite>
{
    private static readonly DateTime Noon = new(2026, 3, 1, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_report_waits_on_the_first_page_until_somebody_says_what_was_done()
    {
        await Reports.AddAsync(new("r1", Noon, "/guide", "", "", "<b>原文</b>", "日期写错了", "010-65221234", "zh-Hans"), 100);
        using var browser = await desk.SignInAsync("editor");
        Assert.Contains("条等待处理", (await browser.GetAsync("/admin")).Text, StringComparison.Ordinal);

        var list = await browser.GetAsync("/admin/feedback");
        Assert.Contains("日期写错了", list.Text, StringComparison.Ordinal);
        var page = await browser.GetAsync("/admin/feedback/report/r1");
        Assert.Contains("<b>原文</b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("010-65221234", page.Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(page, form => form["remark"] = "  ");
        Assert.Contains("请写明怎样处理的", refused.Text, StringComparison.Ordinal);
        var done = await browser.SubmitAsync(refused, form => form["remark"] = "已改正");

        Assert.Contains("已记为处理完毕", done.Message, StringComparison.Ordinal);
        Assert.Contains("已改正", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("main form"));
        Assert.DoesNotContain("日期写错了", (await browser.GetAsync("/admin/feedback")).Text, StringComparison.Ordinal);
        Assert.Contains("日期写错了", (await browser.GetAsync("/admin/feedback?state=done")).Text, StringComparison.Ordinal);
        using var auditor = await desk.SignInAsync("auditor");
        Assert.Contains("处理了网页纠错", (await auditor.GetAsync("/admin/audit?what=Feedback.Closed")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/feedback/report/none")]
    [InlineData("/admin/feedback/report/%E5%85%AC%E5%BC%80")]
    public async Task A_report_that_is_not_there_is_404(string address)
    {
        using var browser = await desk.SignInAsync("editor");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("/admin/feedback?state=<script>&item=%00&number=-3")]
    [InlineData("/admin/feedback?number=99999999999")]
    [InlineData("/admin/feedback/useful?days=abc")]
    public async Task Whatever_an_address_asks_for_is_a_page(string address)
    {
        using var browser = await desk.SignInAsync("editor");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Pages_that_most_find_useless_come_first()
    {
        await desk.Services.GetRequiredService<IUsefulCounts>().AddAsync(desk.Services.GetRequiredService<SiteSettings>().Today, [new("few", 0, 1), new("many", 9, 4)]);
        using var browser = await desk.SignInAsync("publisher");

        var rows = (await browser.GetAsync("/admin/feedback/useful")).Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim());

        Assert.Equal(["many", "few"], rows);
    }

    [Fact]
    public async Task Subscriptions_are_numbers_and_a_mail_that_was_not_sent_names_nobody()
    {
        await desk.Services.GetRequiredService<ISubscriptions>().AskAsync(new("zhang.san@example.com", "search", "?q=%E5%85%AC%E7%A7%AF%E9%87%91", "zh-Hans", DigestRhythm.Daily, Noon, "{}"), new());
        var outbox = desk.Services.GetRequiredService<IOutbox>();
        await outbox.PutBackAsync((await outbox.TakeAsync(Noon, TimeSpan.Zero))!.Id, null, "550 no such user");
        using var browser = await desk.SignInAsync("administrator");

        var page = await browser.GetAsync("/admin/subscriptions");
        Assert.Contains("q=公积金", page.Text, StringComparison.Ordinal);
        Assert.Contains("z•••@example.com", page.Text, StringComparison.Ordinal);
        Assert.Contains("550 no such user", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zhang", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有配置邮件服务器", page.Text, StringComparison.Ordinal);

        var again = await browser.SubmitAsync(page);
        Assert.Contains("1 封邮件将再发一次", again.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), ((await outbox.StateAsync(1)).Waiting, (await outbox.StateAsync(1)).Failed));
        Assert.Single((await desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.MailRetried })).Records);
    }

    private IErrorReports Reports => desk.Services.GetRequiredService<IErrorReports>();
}
