using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>The three honest ways to withdraw, as readers meet them: pages, API, search, and what was in the cache.</summary>
public sealed class WithdrawalTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task By_mistake_the_address_says_that_it_is_gone_and_why_and_undoing_gives_it_back()
    {
        const string Id = "sample-entry-15";
        const string Title = "食品安全信息公示办法";
        var address = await UrlAsync(Id);
        Assert.Contains(Title, await site.GetTextAsync(address), StringComparison.Ordinal);

        await site.ExecuteAsync(new Unpublish(Id, null, new(WithdrawalWay.Mistake, Explanation: "附表含有<个人>信息。")));

        foreach (var gone in new[] { address, address.ToUpperInvariant(), "/Contents/ContentItems/" + Id })
        {
            using var response = await site.GetAsync(gone);
            var text = await response.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.Gone, "no-cache"), (response.StatusCode, response.Headers.CacheControl?.ToString()));
            Assert.Contains("内容已撤下", text, StringComparison.Ordinal);
            Assert.Contains("附表含有&lt;个人&gt;信息。", text, StringComparison.Ordinal);
            Assert.Contains("noindex", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Title, text, StringComparison.Ordinal);
        }

        using (var api = await site.GetAsync("/api/content/" + Id))
            Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
        Assert.Equal(0, (int)(await site.GetJsonAsync($"/api/search?q=“{Title}”"))["total"]!);

        await site.ExecuteAsync(new Publish(Id));

        Assert.Contains(Title, await site.GetTextAsync(address), StringComparison.Ordinal);
        Assert.Contains(Title, await site.GetTextAsync("/api/content/" + Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_mistake_the_reader_can_be_led_to_a_page_of_the_site()
    {
        var address = await UrlAsync("sample-entry-13");

        await site.ExecuteAsync(new Unpublish("sample-entry-13", null, new(WithdrawalWay.Mistake, TargetPath: "/catalogue", Redirects: true)));

        Assert.Equal((HttpStatusCode.MovedPermanently, "/catalogue"), await LocationAsync(address));
        Assert.Equal((HttpStatusCode.Gone, null), await LocationAsync("/api/content/sample-entry-13"));
    }

    [Fact]
    public async Task Replaced_the_address_leads_to_what_replaced_it_or_links_to_it()
    {
        var (led, linked, target) = (await UrlAsync("sample-entry-11"), await UrlAsync("sample-entry-12"), await UrlAsync("sample-entry-10"));

        await site.ExecuteAsync(
            new Unpublish("sample-entry-11", null, new(WithdrawalWay.Replaced, "sample-entry-10", Redirects: true)), new Unpublish("sample-entry-12", null, new(WithdrawalWay.Replaced, "sample-entry-10")));

        Assert.Equal((HttpStatusCode.MovedPermanently, target), await LocationAsync(led));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/content/sample-entry-10"), await LocationAsync("/api/content/sample-entry-11"));
        using var response = await site.GetAsync(linked);
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains($"href=\"{target}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await site.ExecuteAsync(new Unpublish("sample-entry-10"));

        Assert.Equal((HttpStatusCode.Gone, null), await LocationAsync(led));
        using var after = await site.GetAsync(linked);
        Assert.DoesNotContain($"href=\"{target}\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repealed_the_document_stays_with_notice_day_and_reason_and_a_draft_beside_it_is_not_published()
    {
        const string Id = "sample-entry-09";
        var address = await UrlAsync(Id);
        var item = await site.GetItemAsync(Id);
        item.Part("TitlePart")!["Title"] = "尚未审定的修订稿";
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));

        await AmendAsync(Id, new Repeal("废止", new(2026, 3, 1), "已被新办法取代", ["sample-entry-08"]).ApplyTo);

        var page = await site.GetTextAsync(address);
        Assert.Contains("本文件已废止（2026年3月1日起）", page, StringComparison.Ordinal);
        Assert.Contains("已被新办法取代", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{await UrlAsync("sample-entry-08")}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未审定的修订稿", page, StringComparison.Ordinal);
        var draft = await site.GetItemAsync(Id);
        Assert.Equal(("尚未审定的修订稿", false, true), (draft.DisplayText, draft.Published, Repeal.IsRepealed(draft)));

        await AmendAsync(Id, Repeal.Undo);

        Assert.DoesNotContain("本文件已废止", await site.GetTextAsync(address), StringComparison.Ordinal);
        Assert.False(Repeal.IsRepealed(await site.GetItemAsync(Id)));
    }

    [Fact]
    public async Task A_changed_route_leads_to_the_new_one_and_not_in_circles()
    {
        var item = await site.GetItemAsync("guide");
        await MoveAsync("guide", "guide/2026");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/guide/2026"), await LocationAsync("/guide"));
        await MoveAsync("guide", "guide/2027");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/guide/2027"), await LocationAsync("/guide"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/guide/2027"), await LocationAsync("/guide/2026"));

        await MoveAsync("guide", AutoroutePart.RouteOf(item)!);

        Assert.Equal((HttpStatusCode.OK, null), await LocationAsync("/guide"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/guide"), await LocationAsync("/guide/2027"));
    }

    [Fact]
    public async Task What_was_never_public_is_as_if_it_had_never_been_there()
    {
        await site.ExecuteAsync(new Unpublish("sample-entry-16"));

        Assert.Equal((HttpStatusCode.NotFound, null), await LocationAsync("/entries/000000112-2025-00001"));
        Assert.Equal((HttpStatusCode.NotFound, null), await LocationAsync("/Contents/ContentItems/sample-entry-16"));
        Assert.Equal((HttpStatusCode.NotFound, null), await LocationAsync("/api/content/sample-entry-16"));
    }

    private async Task<string> UrlAsync(string id) => AutoroutePart.UrlOf(await site.GetItemAsync(id));

    private async Task<(HttpStatusCode Status, string? Location)> LocationAsync(string address)
    {
        using var response = await site.GetAsync(address);
        return (response.StatusCode, response.Headers.Location?.ToString());
    }

    private async Task MoveAsync(string id, string route)
    {
        var item = await site.GetItemAsync(id);
        item.EnsurePart("AutoroutePart")["Path"] = route;
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish(id));
    }

    private async Task AmendAsync(string id, Func<ContentItem, ContentItem> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<IContentReader>();
        var state = new ItemState(await reader.GetAsync(id), await reader.GetAsync(id, VersionOption.Latest));
        var result = await new PublishedAmendment(scope.ServiceProvider.GetRequiredService<IContentManager>()).RunAsync(state, change);
        Assert.True(result.Succeeded, string.Join('\n', result.Results.SelectMany(one => one.Errors)));
    }
}
