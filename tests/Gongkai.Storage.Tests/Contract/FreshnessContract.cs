using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Since when nobody looked at what is public.</summary>
public abstract class FreshnessContract : StorageContract
{
    [Fact]
    public async Task What_is_public_is_overdue_when_it_was_published_before_its_types_time()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("n"), "n1"), Sample.Import(Sample.Titled("t", "Timed", "定时"), "t1"), new SaveDraft(Sample.Notice("draft"), null),
            Sample.Import(Sample.Entry("open", "主动公开"), "o1"), Sample.Import(Sample.Entry("closed", "依申请公开"), "c1"),
            Sample.Import(Sample.Entry("repealed", "主动公开").With(item => item.EnsurePart("DisclosureEntry").SetTextField("Validity", "废止")), "r1"));
        var now = site.Time.GetUtcNow().UtcDateTime;
        // Imported as published in 2022.
        Assert.Equal(["n", "open", "t"], (await IdsAsync(site, Before(now, "Notice", "Timed", "DisclosureEntry"))).Order());
        Assert.Equal(["n"], await IdsAsync(site, Before(now, "Notice")));
        Assert.Empty(await IdsAsync(site, Before(new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc), "Notice", "Timed")));
        Assert.Empty(await IdsAsync(site, new(new Dictionary<string, DateTime>())));

        // Each type has a time of its own.
        var mixed = new OverdueRequest(new Dictionary<string, DateTime> { ["Notice"] = new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc), ["Timed"] = now, ["\0"] = now });
        Assert.Equal(["t"], await IdsAsync(site, mixed));

        // Publishing begins anew, withdrawing and deleting end it.
        await site.DoAsync(new SaveDraft(Sample.Notice("n", "改过"), "n1"), new Publish("n"), new Unpublish("t"), new Delete("open"));
        Assert.Empty(await IdsAsync(site, Before(now, "Notice", "Timed", "DisclosureEntry")));
        Assert.Equal(1, await Of(site).CountAsync(Before(now.AddDays(1), "Notice", "Timed")));
    }

    [Fact]
    public async Task Whoever_finds_an_item_right_begins_its_time_anew_and_is_recorded()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "a1"), Sample.Import(Sample.Notice("b"), "b1"), new SaveDraft(Sample.Notice("draft"), null));
        site.Time.Advance(TimeSpan.FromTicks(7_654_321));
        var before = site.Time.GetUtcNow().UtcDateTime;

        var noted = await Of(site).NoteAsync([new("a", "a1"), new("a", "a1"), new("b", "an older one"), new("draft", ""), new("missing", "x"), new("\0", "")]);

        Assert.Equal(["a"], noted);
        Assert.Equal(["b"], await IdsAsync(site, Before(before.AddSeconds(-1), "Notice")));
        var looked = Assert.Single((await Of(site).FindAsync(Before(before.AddDays(1), "Notice"))).Items, item => item.Item.ContentItemId == "a");
        Assert.Equal(DeskUser.SystemName, looked.LookedBy);
        Assert.True((before - looked.SinceUtc).Duration() < TimeSpan.FromMilliseconds(1));
        var row = Assert.Single((await site.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.ContentStillRight })).Records);
        Assert.Equal(("a", "a1"), (row.ContentItemId, row.VersionId));

        // A draft does not change what readers see; the look counts until the next publication.
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "草稿"), "a1"));
        Assert.Equal(["b"], await IdsAsync(site, Before(before.AddSeconds(-1), "Notice")));
        Assert.Empty(await site.FaultsAsync());
    }

    [Fact]
    public async Task The_longest_untouched_come_first_page_by_page()
    {
        var site = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await site.DoAsync(new SaveDraft(Sample.Notice($"n{i}"), null), new Publish($"n{i}"));
            site.Time.Advance(TimeSpan.FromDays(1));
        }

        var page = await Of(site).FindAsync(Before(site.Time.GetUtcNow().UtcDateTime, "Notice") with { Page = 2, Size = 2 });

        Assert.Equal((5, "n2 n3"), (page.Total, string.Join(' ', page.Items.Select(item => item.Item.ContentItemId))));
        Assert.Empty((await Of(site).FindAsync(Before(site.Time.GetUtcNow().UtcDateTime, "Notice") with { Page = int.MaxValue })).Items);
    }

    [Fact]
    public async Task Items_are_whose_made_them_then_their_offices_then_whoever_answers_for_the_rest()
    {
        var site = await OpenAsync();
        var offices = Sample.Topics("issuers-v1", "office-a", "office-b").With(item => (item.ContentItemId, item.EnsurePart("AutoroutePart")["Path"], item.EnsurePart("AliasPart")["Alias"]) = ("issuers", "issuers", "issuers"));
        await site.DoAsync(new ImportVersion(offices));
        await site.Definitions.SaveAsync([], [new("Note", DefinitionSettings.None, [new("Issuer", "TaxonomyField", new(System.Text.Json.Nodes.JsonNode.Parse("""{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"issuers"}}""")!.AsObject()))])]);
        await site.DoAsync(Note("mine", "Wang", "office-b"), Note("left-a", "gone", "office-a"), Note("left-b", "gone", "office-b"), Note("left", "gone"), Note("theirs", "li", "office-a"));
        string[] people = ["wang", "li"];
        var all = Before(site.Time.GetUtcNow().UtcDateTime, "Note");

        Assert.Equal(["left-a", "mine"], await IdsAsync(site, all with { Responsible = new("wang", people, ["office-a"]) }));
        Assert.Equal(["theirs"], await IdsAsync(site, all with { Responsible = new("li", people, []) }));
        Assert.Equal(["left", "left-b"], await IdsAsync(site, all with { Responsible = new("admin", people, [], ["office-a"]) }));
        Assert.Equal(["left-a", "theirs"], await IdsAsync(site, all with { Offices = new(["office-a"], []) }));
        var line = Assert.Single((await Of(site).FindAsync(all)).Items, item => item.Item.ContentItemId == "mine");
        Assert.Equal(("wang", "office-b"), (line.Maker, Assert.Single(line.Issuers)));
    }

    [Fact]
    public async Task A_lease_has_one_holder_until_it_is_given_back_or_runs_out()
    {
        var (one, other) = (await Fixture.OpenAsync(), await Fixture.OpenAsync());
        var (leases, others) = (one.Services.GetRequiredService<ILeases>(), other.Services.GetRequiredService<ILeases>());
        var minute = TimeSpan.FromMinutes(1);

        Assert.True(await leases.TakeAsync("links", "a", minute));
        Assert.True(await leases.TakeAsync("links", "a", minute));
        Assert.False(await others.TakeAsync("links", "b", minute));
        Assert.True(await others.TakeAsync("checks", "b", minute));
        await others.GiveBackAsync("links", "b");
        Assert.False(await others.TakeAsync("links", "b", minute));
        other.Time.Advance(minute);
        Assert.True(await others.TakeAsync("links", "b", minute));
        Assert.False(await leases.TakeAsync("links", "a", minute));
        await others.GiveBackAsync("links", "b");

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? leases : others).TakeAsync("links", $"p{i}", TimeSpan.FromHours(1)))));
        Assert.Single(taken, took => took);
    }

    private static ImportVersion Note(string id, string author, string? issuer = null) => Sample.Import(Sample.Titled(id, "Note", id).With(item =>
    {
        item.Author = author;
        if (issuer is not null)
            item.EnsurePart("Note")["Issuer"] = new System.Text.Json.Nodes.JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new System.Text.Json.Nodes.JsonArray(issuer) };
    }), id + "-v1");

    private static OverdueRequest Before(DateTime utc, params string[] types) => new(types.ToDictionary(type => type, _ => utc, StringComparer.Ordinal));

    private static IFreshness Of(TestSite site) => site.Services.GetRequiredService<IFreshness>();

    private static async Task<string[]> IdsAsync(TestSite site, OverdueRequest request)
    {
        var page = await Of(site).FindAsync(request);
        Assert.Equal(page.Items.Count, page.Total);
        Assert.Equal(page.Total, await Of(site).CountAsync(request));
        return [.. page.Items.Select(item => item.Item.ContentItemId).Order(StringComparer.Ordinal)];
    }
}
