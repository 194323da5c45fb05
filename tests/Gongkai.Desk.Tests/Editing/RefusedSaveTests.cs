using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>What was turned away is in the audit trail, once for each time that somebody meant to save, and not for what was only typed.</summary>
public sealed class RefusedSaveTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task A_save_that_meets_anothers_is_told_with_the_others_version()
    {
        var item = await site.AddPageAsync();
        using var me = await site.Desk.SignInAsync("editor");
        using var other = await site.Desk.SignInAsync("publisher");
        var mine = await me.GetAsync($"/admin/content/edit/{item.ContentItemId}");
        await other.PressAsync(await other.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["TitlePart.Title"] = "对方的");

        await me.PressAsync(mine, "save", form => form["TitlePart.Title"] = "我的");

        var row = Assert.Single(await RefusedAsync(item.ContentItemId));
        Assert.Equal(("editor", AuditActions.ContentSaved, item.ContentItemVersionId, "对方的"), (row.User, row.Action, row.VersionId, row.Title));
        Assert.Contains((await site.FindAsync(item.ContentItemId))!.ContentItemVersionId, row.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_button_and_another_offices_name_are_told_with_the_permission_that_is_missing()
    {
        var (page, entry) = (await site.AddPageAsync(), await site.AddEntryAsync("office-a"));
        using var editor = await site.Desk.SignInAsync("editor");
        using var jia = await site.Desk.SignInAsync("jia");

        await editor.PressAsync(await editor.GetAsync($"/admin/content/edit/{page.ContentItemId}"), "publish", form => form["TitlePart.Title"] = "抢先发布");
        await jia.PressAsync(await jia.GetAsync($"/admin/content/edit/{entry.ContentItemId}"), "save", form => form["DisclosureEntry.Issuer.$items"] = "office-b");

        var (published, saved) = (Assert.Single(await RefusedAsync(page.ContentItemId)), Assert.Single(await RefusedAsync(entry.ContentItemId)));
        Assert.Equal(("editor", AuditActions.ContentPublished, """{"permission":"PublishContent"}"""), (published.User, published.Action, published.Details));
        Assert.Equal(("jia", AuditActions.ContentSaved, """{"permission":"EditContent"}"""), (saved.User, saved.Action, saved.Details));
    }

    [Fact]
    public async Task A_save_with_faults_is_told_once()
    {
        var item = await site.AddPageAsync();
        using var editor = await site.Desk.SignInAsync("editor");

        await editor.PressAsync(await editor.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["TitlePart.Title"] = new string('长', 2_000));

        Assert.Equal(AuditActions.ContentSaved, Assert.Single(await RefusedAsync(item.ContentItemId)).Action);
    }

    [Fact]
    public async Task What_is_only_typed_leaves_no_row_also_when_it_is_not_kept()
    {
        var (page, entry) = (await site.AddPageAsync(), await site.AddEntryAsync("office-b"));
        using var editor = await site.Desk.SignInAsync("editor");
        using var auditor = await site.Desk.SignInAsync("auditor");
        var fields = new DeskForm((await editor.GetAsync($"/admin/content/edit/{page.ContentItemId}")).Form(EditingAnswers.Form)) { ["TitlePart.Title"] = new string('长', 2_000) };
        var before = await CountAsync();

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await editor.PostAsync($"/admin/editing/keep/{page.ContentItemId}", fields.Values)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync($"/admin/editing/keep/{entry.ContentItemId}", fields.Values)).Status);

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task An_item_that_may_be_read_and_not_edited_is_told_as_an_access()
    {
        var entry = await site.AddAsync("Page", """ "Owner": "yi", "TitlePart": { "Title": "公开的" }, "AutoroutePart": { "Path": "public-page" } """, publish: true);
        await site.Desk.AddAsync("bing", ["Publisher"], "office-a");
        using var bing = await site.Desk.SignInAsync("bing");

        Assert.Equal(HttpStatusCode.Forbidden, (await bing.GetAsync($"/admin/content/edit/{entry.ContentItemId}")).Status);

        var rows = await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { User = "bing", Action = AuditActions.AccessRefused });
        Assert.Equal($"GET /admin/content/edit/{entry.ContentItemId}", Assert.Single(rows.Records).Title);
    }

    private async Task<IReadOnlyList<AuditRecord>> RefusedAsync(string item) =>
        (await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { ContentItemId = item, Result = AuditResult.Refused })).Records;

    private async Task<long> CountAsync() => (await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Count = 1 })).Total;
}
