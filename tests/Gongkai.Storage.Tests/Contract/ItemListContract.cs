using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>The desk's lists.</summary>
public abstract class ItemListContract : StorageContract
{
    private static readonly ItemListRequest Notices = new() { ContentTypes = ["Notice"] };

    [Fact]
    public async Task A_line_says_what_the_item_is()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "公布预算").With(item => item.Author = "wang"), "v1"));
        var published = (await site.PublishedAsync("a"))!;
        var draft = await site.DoAsync(new SaveDraft(Sample.Notice("a", "公布决算").With(item => item.Author = "li"), "v1"));

        var line = Assert.Single((await FindAsync(site, Notices)).Items);

        Assert.Equal(("a", "Notice", "公布决算", "li"), (line.ContentItemId, line.ContentType, line.Title, line.Author));
        Assert.Equal((draft.Results[0].VersionId, "v1", ListedStates.Published | ListedStates.Draft), (line.LatestVersionId, line.PublishedVersionId, line.States));
        Assert.Equal((site.Time.GetUtcNow().UtcDateTime, published.PublishedUtc), (line.ModifiedUtc, line.PublishedUtc));
        Assert.Equal(DateTimeKind.Utc, line.ModifiedUtc.Kind);
    }

    [Theory]
    [InlineData(ItemListState.Draft, "draft", "scheduled")]
    [InlineData(ItemListState.Published, "archived", "changed", "published")]
    [InlineData(ItemListState.Changed, "changed")]
    [InlineData(ItemListState.Scheduled, "archived", "scheduled")]
    [InlineData(ItemListState.Withdrawn, "withdrawn")]
    [InlineData(ItemListState.Unpublished, "changed", "draft", "scheduled")]
    public async Task A_state_has_its_items(ItemListState state, params string[] expected)
    {
        var site = await OpenAsync();
        var later = site.Time.GetUtcNow().UtcDateTime.AddDays(1);
        await site.DoAsync(
            new SaveDraft(Sample.Timed("draft"), null), Sample.Import(Sample.Timed("published"), "v1"), Sample.Import(Sample.Timed("changed"), "v2"), new SaveDraft(Sample.Timed("changed"), "v2"),
            new SaveDraft(Sample.Timed("scheduled", publish: later), null), Sample.Import(Sample.Timed("archived", archive: later), "v3"), Sample.Import(Sample.Timed("withdrawn"), "v4"),
            Sample.Import(Sample.Timed("deleted"), "v5"));
        await site.DoAsync(new Unpublish("withdrawn"), new Delete("deleted"));
        var request = new ItemListRequest { ContentTypes = ["Timed"], State = state };

        var list = await FindAsync(site, request);

        Assert.Equal(expected, list.Items.Select(item => item.ContentItemId).Order());
        Assert.Equal(expected.Length, list.Total);
        var counts = await site.ReadAsync((IItemLists lists) => lists.CountStatesAsync(request));
        Assert.Equal(expected.Length, counts[state]);
    }

    [Fact]
    public async Task What_is_repealed_is_listed_so_and_stays_published()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Entry("a", "主动公开").With(item => item.EnsurePart("DisclosureEntry").SetTextField("Validity", "废止")), "v1"));

        var list = await FindAsync(site, new() { ContentTypes = ["DisclosureEntry"], State = ItemListState.Repealed });

        Assert.Equal(ListedStates.Published | ListedStates.Repealed, Assert.Single(list.Items).States);
    }

    [Theory]
    [InlineData("预算", "a", "b")]
    [InlineData("预算 2025", "b")]
    [InlineData("ＢＵＤＧＥＴ", "a")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\0")]
    [InlineData("没有")]
    public async Task Words_are_looked_for_in_titles(string text, params string[] expected)
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "2024年预算 Budget"), "v1"), Sample.Import(Sample.Notice("b", "2025年预算"), "v2"));

        var list = await FindAsync(site, Notices with { Text = text });

        Assert.Equal(expected, list.Items.Select(item => item.ContentItemId).Order());
    }

    [Fact]
    public async Task Terms_of_the_newest_version_filter()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1"), Sample.Import(Sample.Notice("b", topics: ["health"]), "v2"), Sample.Import(Sample.Notice("c"), "v3"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", topics: ["health"]), "v1"));

        Assert.Equal(["a", "b"], await IdsAsync(site, Notices with { Terms = [new("topics", ["health"])] }));
        Assert.Empty(await IdsAsync(site, Notices with { Terms = [new("topics", ["finance"])] }));
    }

    [Fact]
    public async Task An_office_has_the_items_that_name_it_and_those_of_its_people_that_name_none()
    {
        var site = await OpenAsync();
        var offices = Sample.Topics("issuers-v1", "office", "bureau").With(item => (item.ContentItemId, item.EnsurePart("AutoroutePart")["Path"], item.EnsurePart("AliasPart")["Alias"]) = ("issuers", "issuers", "issuers"));
        await site.DoAsync(new ImportVersion(offices));
        await site.Definitions.SaveAsync([], [new("Note", DefinitionSettings.None, [new("Issuer", "TaxonomyField", new(System.Text.Json.Nodes.JsonNode.Parse("""{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"issuers"}}""")!.AsObject()))])]);
        await site.DoAsync(
            Note("named", "li", issuer: "office"), Note("other", "wang", issuer: "bureau"), Note("theirs", "Wang"), Note("owned", "li", owner: "wang"), Note("foreign", "wang", owner: "li"), Note("nobodys", ""));
        var notes = new ItemListRequest { ContentTypes = ["Note"] };

        Assert.Equal(["named", "owned", "theirs"], await IdsAsync(site, notes with { Offices = new(["office"], ["WANG"]) }));
        Assert.Equal(["named"], await IdsAsync(site, notes with { Offices = new(["office"], []) }));
        Assert.Empty(await IdsAsync(site, notes with { Offices = new([], []) }));
    }

    [Fact]
    public async Task Authors_and_times_filter()
    {
        var site = await OpenAsync();
        var start = site.Time.GetUtcNow().UtcDateTime;
        await site.DoAsync(new SaveDraft(Sample.Notice("a").With(item => item.Author = "wang"), null));
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.DoAsync(new SaveDraft(Sample.Notice("b").With(item => item.Author = "li"), null), new SaveDraft(Sample.Notice("c"), null));

        Assert.Equal(["a"], await IdsAsync(site, Notices with { Author = "wang" }));
        Assert.Equal(["a"], await IdsAsync(site, Notices with { ModifiedBeforeUtc = start.AddHours(1) }));
        Assert.Equal(["b", "c"], await IdsAsync(site, Notices with { ModifiedFromUtc = start.AddHours(1) }));
        Assert.Equal(["li", "wang"], await site.ReadAsync((IItemLists lists) => lists.AuthorsAsync(["Notice"], 10)));
    }

    [Fact]
    public async Task A_list_is_sorted_and_comes_by_pages()
    {
        var site = await OpenAsync();
        foreach (var (id, title) in new[] { ("b", "丙"), ("c", "甲"), ("a", "乙") })
        {
            await site.DoAsync(new SaveDraft(Sample.Notice(id, title), null));
            site.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await site.DoAsync(new Publish("c"));

        Assert.Equal(["c", "a", "b"], await OrderAsync(site, Notices));
        Assert.Equal(["b", "a", "c"], await OrderAsync(site, Notices with { Ascending = true }));
        Assert.Equal(["b", "a", "c"], await OrderAsync(site, Notices with { Sort = ItemListSort.Title, Ascending = true }));
        Assert.Equal("c", (await OrderAsync(site, Notices with { Sort = ItemListSort.Published })).First());
        Assert.Equal("c", (await OrderAsync(site, Notices with { Sort = ItemListSort.Published, Ascending = true })).First());
        Assert.Equal(3, (await OrderAsync(site, Notices with { Sort = ItemListSort.Number })).Length);
        Assert.Equal(3, (await OrderAsync(site, Notices with { Sort = ItemListSort.Due, Ascending = true })).Length);
        Assert.Equal(["b"], await OrderAsync(site, Notices with { Page = 2, Size = 2 }));
        Assert.Empty(await OrderAsync(site, Notices with { Page = int.MaxValue, Size = int.MaxValue }));
        Assert.Equal(3, (await FindAsync(site, Notices with { Page = 9 })).Total);
    }

    [Fact]
    public async Task A_user_who_may_see_no_type_sees_nothing() => Assert.Equal(0, (await FindAsync(await OpenAsync(), new() { ContentTypes = [] })).Total);

    [Fact]
    public async Task The_longest_title_is_listed_by_its_beginning()
    {
        var site = await OpenAsync();
        await site.DoAsync(new SaveDraft(Sample.Notice("a", new string('长', 1000)), null));

        Assert.Equal(ListedItem.LongestTitle, Assert.Single((await FindAsync(site, Notices)).Items).Title.Length);
    }

    [Fact]
    public async Task What_is_not_listed_yet_is_listed_at_the_next_start_of_a_newer_program()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"), new SaveDraft(Sample.Notice("a"), "v1"));
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Lists" """);
        Assert.NotEmpty(await site.FaultsAsync());
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Documents" WHERE "Name" = 'GongkaiKinds'""");

        var next = await Fixture.OpenAsync();

        Assert.Equal(ListedStates.Published | ListedStates.Draft, Assert.Single((await FindAsync(next, Notices)).Items).States);
        Assert.Empty(await next.FaultsAsync());
    }

    [Fact]
    public async Task A_definition_that_makes_a_field_a_number_lists_it()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var part = Sample.Parts.Single(part => part.Name == "Notice");
        var number = part.Fields[1] with { Settings = new(System.Text.Json.Nodes.JsonNode.Parse("""{"LuceneContentIndexSettings":{"Included":true,"Keyword":true}}""")!.AsObject()) };

        await site.Definitions.SaveAsync([], [part with { Fields = part.Fields.SetItem(1, number) }]);

        await site.DoAsync(new SaveDraft(Sample.Notice("b"), null));
        Assert.Equal(["a", "b"], await IdsAsync(site, Notices with { Text = "办公室" }));
    }

    private static ImportVersion Note(string id, string author, string owner = "", string? issuer = null) => Sample.Import(Sample.Titled(id, "Note", id).With(item =>
    {
        (item.Author, item.Owner) = (author, owner);
        if (issuer is not null)
            item.EnsurePart("Note")["Issuer"] = new System.Text.Json.Nodes.JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new System.Text.Json.Nodes.JsonArray(issuer) };
    }), id + "-v1");

    private static Task<ItemList> FindAsync(TestSite site, ItemListRequest request) => site.ReadAsync((IItemLists lists) => lists.FindAsync(request));

    private static async Task<string[]> OrderAsync(TestSite site, ItemListRequest request) => [.. (await FindAsync(site, request)).Items.Select(item => item.ContentItemId)];

    private static async Task<IEnumerable<string>> IdsAsync(TestSite site, ItemListRequest request) => (await OrderAsync(site, request)).Order(StringComparer.Ordinal);
}
