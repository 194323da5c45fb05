using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>What readers say and subscribe to, as they do it in a browser. <c>SCREENSHOTS=folder</c> keeps pictures of it.</summary>
[Collection(SiteCollection.Name)]
public sealed class FeedbackTests(SiteInBrowser site)
{
    private const string Entry = "/entries/000000109-2026-00001";

    [Fact]
    public async Task A_reader_marks_what_is_wrong_and_says_so()
    {
        await using var window = await site.OpenAsync(390);
        await window.GoToAsync(Entry);
        var findings = new List<string>(await window.LookAsync("entry-with-feedback", Look.OfBothWidths));
        var marked = await window.Page.EvaluateAsync<string>("""
            () => {
              const range = document.createRange();
              range.selectNodeContents(document.querySelector('h1'));
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return getSelection().toString().trim();
            }
            """);
        await window.LeaveAsync(() => window.Page.Locator(".page-links a[data-report]").ClickAsync());

        Assert.Equal(marked, await window.Page.InputValueAsync("#passage"));
        Assert.Equal(Entry, await window.Page.InputValueAsync("#page"));
        findings.AddRange(await window.LookAsync("report", Look.OfBothWidths));
        await window.Page.FillAsync("#passage", "");
        await window.Page.FillAsync("#contact", "010-12345678");
        await window.Page.EvaluateAsync("() => document.querySelector('#page').value = 'https://evil.example/'");
        await window.LeaveAsync(() => SendAsync(window));
        findings.AddRange(await window.LookAsync("report-faults", Look.OfBothWidths));
        await window.Page.FillAsync("#page", Entry);
        await window.Page.FillAsync("#message", "第三段的日期写错了。");
        await window.LeaveAsync(() => SendAsync(window));
        findings.AddRange(await window.LookAsync("report-thanks", Look.OfBothWidths));

        Assert.Equal("谢谢您指出错误", await window.Page.Locator("h1").TextContentAsync());
        Window.AssertNone(findings);
    }

    [Fact]
    public async Task Whether_a_page_was_useful_is_said_without_leaving_it()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync(Entry);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "没有用" }).ClickAsync();

        await window.Page.Locator("[data-thanks] a").WaitForAsync();
        Assert.False(await window.Page.Locator(".useful form").IsVisibleAsync());
        Window.AssertNone(await window.LookAsync("useful-thanks", Look.OfBothWidths));
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task A_list_is_subscribed_to()
    {
        await using var window = await site.OpenAsync(390);
        await window.GoToAsync("/search?q=公积金");
        await window.LeaveAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "邮件订阅本列表" }).ClickAsync());
        var findings = new List<string>(await window.LookAsync("subscribe", Look.OfBothWidths));
        await window.Page.FillAsync("#email", "name@-example.com");
        await window.Page.EvaluateAsync("() => document.querySelector('main form').noValidate = true");
        await window.LeaveAsync(() => SendAsync(window));
        findings.AddRange(await window.LookAsync("subscribe-faults", Look.OfBothWidths));
        await window.Page.FillAsync("#email", "name@example.com");
        await window.LeaveAsync(() => SendAsync(window));
        findings.AddRange(await window.LookAsync("subscribe-asked", Look.OfBothWidths));

        Assert.Equal("请查收确认邮件", await window.Page.Locator("h1").TextContentAsync());
        Window.AssertNone(findings);
    }

    private static Task SendAsync(Window window) => window.Page.Locator("main form button[type=submit]").ClickAsync();
}
