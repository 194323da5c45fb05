using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>Nothing is lost: what is typed is kept, two editors see each other, and both texts survive a conflict.</summary>
public sealed class WorkingCopyPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task What_was_typed_is_there_after_the_tab_was_closed()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");
        await KeepAsync(browser, item, "打了一半");

        using var again = await site.Desk.SignInAsync("editor");
        var asked = await again.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        var page = await again.GetAsync(asked.Document.QuerySelector(".message-warn a.button")!.GetAttribute("href")!);

        Assert.Contains("还没有保存", asked.Message, StringComparison.Ordinal);
        Assert.Equal("一页", asked.ValueOf("TitlePart.Title"));
        Assert.Equal("打了一半", page.ValueOf("TitlePart.Title"));
        Assert.Contains("已暂存", page.Document.GetElementById("save-state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(item.ContentItemVersionId, (await site.FindAsync(item.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task What_was_typed_of_a_new_item_is_listed_where_one_begins()
    {
        using var browser = await site.Desk.SignInAsync("reviewer");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Page");
        var fields = new DeskForm(page.Form(EditingAnswers.Form)) { ["TitlePart.Title"] = "没写完" };
        await browser.PostAsync($"/admin/editing/keep/{page.IdOf()}", fields.Values);

        var list = await browser.GetAsync("/admin/content/create");
        var found = await browser.GetAsync(list.Document.QuerySelector(".plain-list a")!.GetAttribute("href")!);

        Assert.Equal(page.IdOf(), found.IdOf());
    }

    [Fact]
    public async Task A_dropped_copy_is_gone_and_a_saved_one_too()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");
        await KeepAsync(browser, item, "要丢的");
        var dropped = await browser.SubmitAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), selector: ".message-warn form");
        await KeepAsync(browser, item, "要存的");
        var saved = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}?copy=use"), "save");

        Assert.Contains("已丢弃", dropped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有保存", saved.Text, StringComparison.Ordinal);
        Assert.Equal("要存的", (await site.FindAsync(item.ContentItemId))!.DisplayText);
    }

    [Fact]
    public async Task The_second_editor_sees_who_is_there()
    {
        var item = await site.AddPageAsync();
        using var first = await site.Desk.SignInAsync("editor");
        using var second = await site.Desk.SignInAsync("publisher");

        var alone = await first.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        var together = await second.GetAsync($"/admin/content/edit/{item.ContentItemId}");

        Assert.True(alone.Document.GetElementById("presence")!.HasAttribute("hidden"));
        Assert.Contains("editor 从 ", together.Document.GetElementById("presence")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mine", "我的正文")]
    [InlineData("Theirs", "对方的正文")]
    [InlineData("Both", "我的正文\n\n对方的正文")]
    public async Task A_conflict_shows_both_texts_to_choose_from_and_loses_neither(string choice, string expected)
    {
        var item = await site.AddPageAsync();
        using var me = await site.Desk.SignInAsync("editor");
        using var other = await site.Desk.SignInAsync("publisher");
        var mine = await me.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        await other.PressAsync(await other.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => (form["MarkdownBodyPart.Markdown"], form["AutoroutePart.Path"]) = ("对方的正文", "moved-" + choice));

        var conflict = await me.PressAsync(mine, "save", form => (form["TitlePart.Title"], form["MarkdownBodyPart.Markdown"]) = ("我的题", "我的正文"));
        var merged = await me.SubmitAsync(conflict, form => form["MarkdownBodyPart"] = choice, ".conflict");
        await me.PressAsync(merged, "save");

        Assert.Contains("publisher", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(["我的正文", "对方的正文"], conflict.Document.QuerySelectorAll(".dispute pre").Select(text => text.TextContent));
        var saved = await site.FindAsync(item.ContentItemId);
        Assert.Equal(("我的题", expected, "moved-" + choice), (saved!.DisplayText, saved.Part("MarkdownBodyPart")!.Text("Markdown"), AutoroutePart.RouteOf(saved)));
    }

    [Fact]
    public async Task What_was_typed_for_a_deleted_item_becomes_a_new_one()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        await site.Desk.Site.ExecuteAsync(new Delete(item.ContentItemId));

        var told = await browser.PressAsync(page, "save", form => form["TitlePart.Title"] = "不能丢");
        var fresh = await browser.SubmitAsync(told);
        await browser.PressAsync(fresh, "save");

        Assert.Contains("被删除了", told.Text, StringComparison.Ordinal);
        Assert.NotEqual(item.ContentItemId, fresh.IdOf());
        Assert.Equal("不能丢", (await site.FindAsync(fresh.IdOf()))!.DisplayText);
    }

    [Fact]
    public async Task A_draft_is_previewed_on_the_real_theme_by_a_link_that_says_and_keeps_nothing()
    {
        var item = await site.AddPageAsync("保密的题", "原文");
        using var browser = await site.Desk.SignInAsync("editor");
        using var guest = site.Desk.Open();

        var shown = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "preview", form => form["MarkdownBodyPart.Markdown"] = "**还没保存的**");
        var again = await guest.GetAsync(shown.Address);

        Assert.Contains("还没保存的", again.Document.QuerySelector("main strong")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(item.ContentItemId, shown.Address, StringComparison.Ordinal);
        Assert.Equal("no-store", again.Response.Headers.CacheControl!.ToString());
        Assert.Contains("noindex", again.Response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(shown.Address + "x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/Contents/ContentItems/" + item.ContentItemId)).Status);
    }

    [Fact]
    public async Task A_link_that_is_too_old_shows_what_a_forged_one_shows()
    {
        var item = await site.AddPageAsync();
        using var guest = site.Desk.Open();
        var protector = site.Desk.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Gongkai.Desk.Preview").ToTimeLimitedDataProtector();
        string Seal(int minutes) => protector.Protect($$"""{"ContentItemId":"{{item.ContentItemId}}","ContentType":"Page","VersionId":null,"UserName":null}""", DateTimeOffset.UtcNow.AddMinutes(minutes));

        var (good, old, forged) = (await guest.GetAsync("/admin/preview/" + Seal(5)), await guest.GetAsync("/admin/preview/" + Seal(-5)), await guest.GetAsync("/admin/preview/abc"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (good.Status, old.Status, forged.Status));
        Assert.Equal(forged.Text, old.Text);
    }

    [Fact]
    public async Task Markdown_is_rendered_by_the_site_itself_without_what_is_dangerous()
    {
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Page");
        var token = new DeskForm(page.Form(EditingAnswers.Form))["__RequestVerificationToken"];

        var answer = await browser.PostAsync("/admin/editing/markup", [new("__RequestVerificationToken", token), new("source", "## 题\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))")]);

        Assert.Equal("题", answer.Document.QuerySelector("h2")!.TextContent);
        Assert.Empty(answer.Document.QuerySelectorAll("script, a[href^=javascript]"));
    }

    private static async Task KeepAsync(DeskBrowser browser, ContentItem item, string title)
    {
        var page = await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        var fields = new DeskForm(page.Form(EditingAnswers.Form)) { ["TitlePart.Title"] = title };
        var kept = await browser.PostAsync($"/admin/editing/keep/{item.ContentItemId}", fields.Values);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
    }
}
