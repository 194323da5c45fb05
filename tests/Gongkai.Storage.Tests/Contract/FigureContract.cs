using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What reports count: kept with each change, and read by day and by office.</summary>
public abstract class FigureContract : StorageContract
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);
    private static readonly CountedScope Everything = new(["DisclosureEntry", "PolicyInterpretation", "QaIssue", "Notice"], null);

    [Fact]
    public async Task What_is_counted_of_an_item_is_what_its_public_version_says()
    {
        var site = await OpenWithTypesAsync();
        await site.DoAsync(
            Sample.Import(Entry("e", "2026-03-01", "office", "bureau").With(item => item.EnsurePart("DisclosureEntry")["NeedsInterpretation"] = new JsonObject { ["Value"] = true }), "e1"),
            Sample.Import(Interpretation("i", "2026-03-31", "e").With(item => item.EnsurePart("PolicyInterpretation").SetTextField("Form", "图解")), "i1"),
            Sample.Import(Issue("q", "2026-03-15", 3), "q1"));
        await site.DoAsync(new SaveDraft(Entry("e", "2026-05-01", "bureau"), "e1"));

        var counted = await PublicAsync(site);

        Assert.Equal(["i", "q", "e"], counted.Select(item => item.ContentItemId));
        Assert.Equal(new("e", "DisclosureEntry") { IsPublic = true, Day = First, LeadIssuer = "bureau", NeedsInterpretation = true }, counted[2]);
        Assert.Equal(new("i", "PolicyInterpretation") { IsPublic = true, Day = Last, Form = "图解" }, counted[0]);
        Assert.Equal(new("q", "QaIssue") { IsPublic = true, Day = new(2026, 3, 15), Pairs = 3 }, counted[1]);
    }

    [Fact]
    public async Task Only_what_is_public_now_and_of_a_day_in_the_period_is_there()
    {
        var site = await OpenWithTypesAsync();
        await site.DoAsync(
            Sample.Import(Entry("before", "2026-02-28"), "v1"), Sample.Import(Entry("after", "2026-04-01"), "v2"), Sample.Import(Entry("closed", "2026-03-02", "不予公开", []), "v3"),
            Sample.Import(Entry("withdrawn", "2026-03-02"), "v4"), Sample.Import(Entry("deleted", "2026-03-02"), "v5"), new SaveDraft(Entry("draft", "2026-03-02"), null), Sample.Import(Entry("in", "2026-03-02"), "v6"));
        await site.DoAsync(new Unpublish("withdrawn"), new Delete("deleted"));

        Assert.Equal(["in"], (await PublicAsync(site)).Select(item => item.ContentItemId));
        Assert.Empty(await PublicAsync(site, new([], null)));
        Assert.Empty(await PublicAsync(site, new(["Notice"], null)));
        var found = await site.ReadAsync((ICountedItems items) => items.FindAsync(Everything, ["closed", "withdrawn", "deleted", "draft", "in", "none", "\0"]));
        Assert.Equal(["closed", "draft", "in", "withdrawn"], found.Select(item => item.ContentItemId).Order());
        Assert.Equal(["in"], found.Where(item => item.IsPublic).Select(item => item.ContentItemId));
    }

    [Fact]
    public async Task What_says_no_day_has_the_day_of_its_publication_where_the_site_is()
    {
        // Eight hours ahead: the first of March begins at 16:00 UTC.
        var site = await OpenWithTypesAsync(services => services.AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.CreateCustomTimeZone("plus-8", TimeSpan.FromHours(8), "+8", "+8"))));
        foreach (var (id, utc) in new[] { ("february", "2026-02-28T15:59:59Z"), ("march", "2026-02-28T16:00:00Z"), ("last", "2026-03-31T15:59:59Z"), ("april", "2026-03-31T16:00:00Z") })
            await site.DoAsync(Sample.Import(Sample.Notice(id).With(item => item.Json["PublishedUtc"] = utc), id + "-v1"));

        var counted = await PublicAsync(site);

        Assert.Equal([("last", Last), ("march", First)], counted.Select(item => (item.ContentItemId, item.Day!.Value)));
    }

    [Fact]
    public async Task An_office_counts_its_own_items()
    {
        var site = await OpenWithTypesAsync();
        await site.DoAsync(
            Sample.Import(Entry("theirs", "2026-03-02", "office"), "v1"), Sample.Import(Entry("joint", "2026-03-02", "bureau", "office"), "v2"), Sample.Import(Entry("foreign", "2026-03-02", "bureau"), "v3"),
            Sample.Import(Issue("made", "2026-03-02", 1).With(item => item.Author = "wang"), "v4"), Sample.Import(Issue("other", "2026-03-02", 1).With(item => item.Author = "li"), "v5"));
        var office = Everything with { Offices = new(["office"], ["Wang"]) };

        Assert.Equal(["joint", "made", "theirs"], (await PublicAsync(site, office)).Select(item => item.ContentItemId).Order());
        Assert.Equal(["theirs"], (await site.ReadAsync((ICountedItems items) => items.FindAsync(office, ["theirs", "foreign", "other"]))).Select(item => item.ContentItemId));
    }

    [Fact]
    public async Task A_policy_has_the_day_of_its_first_public_interpretation()
    {
        var site = await OpenWithTypesAsync();
        await site.DoAsync(
            Sample.Import(Entry("e", "2026-03-01"), "v1"), Sample.Import(Interpretation("later", "2026-04-02", "e", "other"), "v2"), Sample.Import(Interpretation("sooner", "2026-04-01", "e"), "v3"),
            Sample.Import(Interpretation("withdrawn", "2026-01-01", "e"), "v4"), new SaveDraft(Interpretation("draft", "2026-01-01", "e"), null));
        await site.DoAsync(new Unpublish("withdrawn"));

        var days = await site.ReadAsync((ICountedItems items) => items.InterpretedOnAsync());

        Assert.Equal([("e", new DateOnly(2026, 4, 1)), ("other", new DateOnly(2026, 4, 2))], days.OrderBy(day => day.Key, StringComparer.Ordinal).Select(day => (day.Key, day.Value)));
    }

    [Fact]
    public async Task A_definition_that_comes_later_changes_what_is_counted()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Entry("e", "2026-03-01"), "v1"));
        Assert.Empty(await PublicAsync(site));

        await AddTypesAsync(site);

        Assert.Equal(First, Assert.Single(await PublicAsync(site)).Day);
    }

    [Fact]
    public async Task Histories_are_whole_up_to_a_time_of_the_items_with_a_step_in_a_span()
    {
        var site = await OpenAsync();
        var march = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var id in (string[])["a", "b", "c"])
            await site.DoAsync(new SaveDraft(Sample.Notice(id), null));
        await StepAsync(site, "b", 0, march.AddDays(-1));
        await StepAsync(site, "b", 1, march);
        await StepAsync(site, "b", 2, march.AddDays(31));
        await StepAsync(site, "a", 0, march.AddDays(2));
        await StepAsync(site, "c", 0, march.AddTicks(-1));

        var steps = await site.Services.GetRequiredService<IReviewRecords>().HistoriesAsync(march, march.AddDays(31));

        Assert.Equal([("a", 1), ("b", 1), ("b", 2)], steps.Select(step => (step.ContentItemId, step.Number)));
        Assert.Equal("主动公开", steps[0].Details!.Text("mode"));
    }

    private static async Task StepAsync(TestSite site, string id, int seen, DateTime atUtc)
    {
        var version = (await site.LatestAsync(id))!.ContentItemVersionId;
        await site.DoAsync(new TakeStep(new(id, version, ReviewStepKind.Forwarded) { Graph = "g", From = "mode", To = "sign", UserName = "li", DisplayName = "李", AtUtc = atUtc, Details = new() { ["mode"] = "主动公开" } }, seen));
    }

    private static Task<IReadOnlyList<CountedItem>> PublicAsync(TestSite site, CountedScope? scope = null) => site.ReadAsync((ICountedItems items) => items.PublicAsync(scope ?? Everything, First, Last));

    private async Task<TestSite> OpenWithTypesAsync(Action<IServiceCollection>? configure = null)
    {
        var site = await OpenAsync(configure);
        await AddTypesAsync(site);
        return site;
    }

    private static async Task AddTypesAsync(TestSite site)
    {
        await site.DoAsync(new ImportVersion(Sample.Topics("issuers-v1", "office", "bureau").With(item => (item.ContentItemId, item.EnsurePart("AutoroutePart")["Path"], item.EnsurePart("AliasPart")["Alias"]) = ("issuers", "issuers", "issuers"))));
        await site.Definitions.SaveAsync(
            [TypeOf("PolicyInterpretation"), TypeOf("QaIssue", new ContentTypePartDefinition("Questions", "BagPart", DefinitionSettings.None)), TypeOf("QaPair")],
            [
                new("DisclosureEntry", DefinitionSettings.None, [Field("DisclosureMode", "TextField"), Field("PublishedOn", "DateField"), Field("NeedsInterpretation", "BooleanField"), Field("Issuer", "TaxonomyField", """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"issuers"}}""")]),
                new("PolicyInterpretation", DefinitionSettings.None, [Field("Policies", "ContentPickerField", """{"ContentPickerFieldSettings":{"Multiple":true}}"""), Field("Form", "TextField"), Field("PublishedOn", "DateField")]),
                new("QaIssue", DefinitionSettings.None, [Field("PublishedOn", "DateField")]),
            ]);
    }

    private static ContentTypeDefinition TypeOf(string name, params ContentTypePartDefinition[] more) =>
        new(name, name, DefinitionSettings.None, [new("TitlePart", "TitlePart", DefinitionSettings.None), new(name, name, DefinitionSettings.None), .. more]);

    private static ContentFieldDefinition Field(string name, string kind, string settings = "{}") => new(name, kind, new(JsonNode.Parse(settings)!.AsObject()));

    private static ContentItem Entry(string id, string day, params string[] issuers) => Entry(id, day, "主动公开", issuers);

    private static ContentItem Entry(string id, string day, string mode, string[] issuers) => Sample.Entry(id, mode).With(item =>
    {
        var entry = item.EnsurePart("DisclosureEntry");
        entry.SetDateField("PublishedOn", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        entry["Issuer"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new JsonArray([.. issuers.Select(issuer => JsonValue.Create(issuer))]) };
    });

    private static ContentItem Interpretation(string id, string day, params string[] policies) => Sample.Titled(id, "PolicyInterpretation", id).With(item =>
    {
        item.EnsurePart("PolicyInterpretation").SetPickedIds("Policies", policies);
        item.EnsurePart("PolicyInterpretation").SetDateField("PublishedOn", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    });

    private static ContentItem Issue(string id, string day, int pairs) => Sample.Titled(id, "QaIssue", id).With(item =>
    {
        item.EnsurePart("QaIssue").SetDateField("PublishedOn", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        item.EnsurePart("Questions")["ContentItems"] = new JsonArray([.. Enumerable.Range(0, pairs).Select(i => new JsonObject { ["ContentItemId"] = $"{id}-{i}", ["ContentType"] = "QaPair", ["TitlePart"] = new JsonObject { ["Title"] = "问" } })]);
    });
}
