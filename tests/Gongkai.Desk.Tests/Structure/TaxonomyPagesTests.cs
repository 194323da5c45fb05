using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Structure;

/// <summary>A taxonomy as an administrator changes it in a browser without script.</summary>
public sealed class TaxonomyPagesTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_term_is_added_renamed_and_moved_and_its_old_address_leads_to_the_new_one()
    {
        using var browser = await desk.SignInAsync("administrator");

        var added = await browser.SubmitAsync(await browser.GetAsync("/admin/taxonomies/term/topics"), form => (form["name"], form["segment"]) = ("<b>新主题</b>", "new-topic"));
        Assert.Contains("已加上", added.Message!, StringComparison.Ordinal);
        Assert.Empty(added.Document.QuerySelectorAll("main b"));
        var id = (await TreeAsync()).Find(["new-topic"])!.Id;

        await browser.SubmitAsync(await browser.GetAsync($"/admin/taxonomies/term/topics/{id}"), form => (form["name"], form["parent"]) = ("新主题", "topic-01"));
        var tree = await TreeAsync();
        Assert.Equal(("新主题", "topic-01"), (tree.All[id].Label, tree.All[id].Parent?.Id));

        await desk.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
        using var old = await desk.Site.GetAsync("/catalogue/topics/new-topic?year=2026");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal(tree.All[id].Url + "?year=2026", old.Headers.Location!.ToString());

        var moved = await MoveAsync(browser, await browser.GetAsync("/admin/taxonomies/tree/topics"), $"Out:{id}");
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Null((await TreeAsync()).All[id].Parent);
    }

    [Fact]
    public async Task A_term_below_itself_and_a_stale_page_change_nothing_and_say_so()
    {
        using var browser = await desk.SignInAsync("administrator");
        var seen = await browser.GetAsync("/admin/taxonomies/tree/genres");
        var form = await browser.GetAsync("/admin/taxonomies/term/genres/genre-01");

        var self = await browser.SubmitAsync(form, fields => fields["parent"] = "genre-01");
        Assert.Equal(HttpStatusCode.BadRequest, self.Status);
        Assert.Contains("不能移到自己", self.Message!, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await MoveAsync(browser, seen, "Down:genre-01")).Status);
        var late = await MoveAsync(browser, seen, "Down:genre-02");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var renamed = await browser.SubmitAsync(form, fields => fields["name"] = "太晚了");
        Assert.Equal(HttpStatusCode.Conflict, renamed.Status);
        Assert.Equal("太晚了", new DeskForm(renamed.Form())["name"]);
        Assert.Equal(["genre-02", "genre-01"], (await TreeAsync("genres")).Terms.Take(2).Select(term => term.Id));
    }

    [Fact]
    public async Task A_term_in_use_is_not_removed_and_its_uses_are_named()
    {
        using var browser = await desk.SignInAsync("administrator");
        await desk.Site.ImportAsync("""{"name":"Content","data":[{"ContentItemId":"e1","ContentItemVersionId":"e1-1","ContentType":"DisclosureEntry","DisplayText":"用到它的公文","Latest":true,"Published":false,"TitlePart":{"Title":"用到它的公文"},"DisclosureEntry":{"Topic":{"TaxonomyContentItemId":"topics","TermContentItemIds":["topic-05"]}}}]}""");
        var page = await browser.GetAsync("/admin/taxonomies/term/topics/topic-05");
        Assert.Contains("用到它的公文", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='Remove']"));

        var forged = await browser.PostAsync("/admin/taxonomies/term/topics/topic-05?handler=Remove", new DeskForm(page.Form()).Values);

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("用到它的公文", forged.Text, StringComparison.Ordinal);
        Assert.True((await TreeAsync()).All.ContainsKey("topic-05"));

        var free = await browser.GetAsync("/admin/taxonomies/term/topics/topic-21");
        Assert.Contains("已删除", (await browser.SubmitAsync(free, selector: "form[action*='Remove']")).Message!, StringComparison.Ordinal);
        Assert.False((await TreeAsync()).All.ContainsKey("topic-21"));
    }

    [Fact]
    public async Task A_name_of_any_length_and_a_taxonomy_that_is_none_are_refused()
    {
        using var browser = await desk.SignInAsync("administrator");

        var page = await browser.SubmitAsync(await browser.GetAsync("/admin/taxonomies/term/topics"), form => form["name"] = new string('长', 100_000));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/taxonomies/tree/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/taxonomies/term/topics/nothing")).Status);
    }

    [Fact]
    public async Task A_changed_tree_is_taken_as_a_recipe_and_is_the_same_in_an_empty_site_with_its_old_addresses()
    {
        using var browser = await desk.SignInAsync("administrator");
        var term = (await TreeAsync()).Terms[^1];
        await browser.SubmitAsync(await browser.GetAsync($"/admin/taxonomies/term/topics/{term.Id}"), form => (form["name"], form["segment"]) = ("[js: 改名]", "renamed-term"));
        await MoveAsync(browser, await browser.GetAsync("/admin/taxonomies/tree/topics"), $"In:{term.Id}");

        var page = await browser.GetAsync("/admin/taxonomies/tree/topics");
        var form = page.Form("form[action$='/export']");
        var recipe = await browser.PostAsync(form.GetAttribute("action")!, new DeskForm(form).Values);
        Assert.Equal("attachment", recipe.Response.Content.Headers.ContentDisposition!.DispositionType);
        var steps = System.Text.Json.Nodes.JsonNode.Parse(await recipe.Response.Content.ReadAsStringAsync())!["steps"]!.AsArray().Select(step => step!.ToJsonString()).ToArray();

        var other = new OrchardSite.Tests.SiteFixture(withSample: false);
        await other.InitializeAsync();
        try
        {
            var report = await other.ImportAsync(steps);
            Assert.True(report.Succeeded, string.Join('\n', report.Problems));
            Assert.Equal((await desk.Site.GetItemAsync("topics")).Part("TaxonomyPart")!.ToJsonString(), (await other.GetItemAsync("topics", VersionOption.Published)).Part("TaxonomyPart")!.ToJsonString());
            using var old = await other.GetAsync(term.Url);
            Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private static Task<DeskAnswer> MoveAsync(DeskBrowser browser, DeskAnswer page, string step)
    {
        var form = new DeskForm(page.Form("form[action*='Move']"));
        form.Add("step", step);
        return browser.PostAsync(page.Form("form[action*='Move']").GetAttribute("action")!, form.Values);
    }

    private async Task<TaxonomyTree> TreeAsync(string id = "topics") => new TaxonomyEditing(await desk.Site.GetItemAsync(id)).Tree;
}
