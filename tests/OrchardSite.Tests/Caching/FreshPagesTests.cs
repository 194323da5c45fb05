using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Caching;

namespace OrchardSite.Tests.Caching;

/// <summary>Every public address against every sort of change: the next reader sees the truth, and pages that have nothing to do with it stay kept.</summary>
public sealed class FreshPagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Interpreted = "/entries/000000109-2026-00001";
    private const string OfAnotherTopic = "/entries/000000111-2024-00001";
    private const string Interpretation = "/interpretations/2026/sample-interpretation-02";

    private static readonly string[] Addresses =
    [
        "/", "/catalogue", "/catalogue?page=1&sort=oldest", "/catalogue/topics", "/catalogue/topics/综合政务", "/catalogue/issuers", "/interpretations", "/interpretations/2026",
        "/questions", "/questions/2026", "/glossary", "/search", "/search?q=加装电梯", "/guide", "/rules", "/api", "/api/openapi.json", "/api/search", "/api/search?q=加装电梯&size=5", "/api/taxonomies/topics",
        "/api/content/guide", "/api/content/sample-interpretation-02", "/api/content/sample-entry-06", Interpreted, Interpretation, "/questions/2026/3",
        "/catalogue/standards", "/catalogue/standards/义务教育", "/standards/sample-standard-02",
        "/catalogue/audiences", "/catalogue/audiences/企业", "/catalogue?standard=sample-standard-02", "/sitemaps/columns.xml",
        "/entries/000000102-2025-00003?list=sort%3Doldest", "/entries/000000102-2025-00003?list=issuer%3Dissuer-102",
        "/entries/000000102-2023-00001", "/entries/000000102-2025-00003", "/entries/000000104-2026-00001", "/entries/000000113-2024-00001", OfAnotherTopic,
    ];

    private static readonly Dictionary<string, (Func<SiteFixture, Task> Change, string[] Unrelated)> Changes = new(StringComparer.Ordinal)
    {
        ["an entry is published"] = (site => PublishAsync(site, "sample-entry-06", "fresh-entry", item => SetTitle(item, "刚刚公开的文件")), ["/guide", "/api/content/guide", Interpretation, OfAnotherTopic, "/questions/2026/3"]),
        ["a title is edited"] = (site => EditAsync(site, "sample-entry-06", item => SetTitle(item, "改过的加装电梯办法")), ["/guide", "/rules", "/entries/000000104-2026-00001", OfAnotherTopic]),
        ["an entry fulfils another item"] = (site => EditAsync(site, "sample-entry-07", item => item.Part("DisclosureEntry")!["StandardItems"] = Picked("sample-standard-03")), ["/guide", Interpreted]),
        ["an item of a standard catalogue is edited"] = (site => EditAsync(site, "sample-standard-02", item => item.Part("StandardItem")!.SetTextField("TimeLimit", "2个工作日内")), ["/guide", Interpreted]),
        ["an entry comes between two of its topic"] = (site => PublishAsync(site, "sample-entry-07", "fresh-between", item => item.Part("DisclosureEntry")!.SetDateField("PublishedOn", new(2024, 6, 1))), ["/guide", Interpreted]),
        ["an entry goes to another day"] = (site => EditAsync(site, "sample-entry-07", item => item.Part("DisclosureEntry")!.SetDateField("PublishedOn", new(2019, 1, 1))), ["/guide", Interpreted]),
        ["an entry goes to another topic"] = (site => EditAsync(site, "sample-entry-07", item => item.Part("DisclosureEntry")!["Topic"]!["TermContentItemIds"] = new JsonArray("topic-02")), ["/guide", Interpreted]),
        ["an entry is for others"] = (site => EditAsync(site, "sample-entry-07", item => item.Part("DisclosureEntry")!.SetTextField("Audience", "企业、老年人")), ["/guide", Interpreted]),
        ["an item of a standard catalogue is withdrawn"] = (site => site.ExecuteAsync(new Unpublish("sample-standard-02")), ["/guide", Interpreted]),
        ["a draft is saved"] = (site => DraftAsync(site, "sample-entry-07", item => SetTitle(item, "还没有审定的题目")), ["/guide", Interpreted]),
        ["an entry is withdrawn"] = (site => site.ExecuteAsync(new Unpublish("sample-entry-09")), ["/guide", OfAnotherTopic]),
        ["an entry comes back"] = (site => site.ExecuteAsync(new Publish("sample-entry-09")), ["/guide", OfAnotherTopic]),
        ["a mode becomes another"] = (site => EditAsync(site, "sample-entry-08", item => item.Part("DisclosureEntry")!.SetTextField("DisclosureMode", "不予公开")), ["/guide", Interpreted]),
        ["an entry is deleted"] = (site => site.ExecuteAsync(new Delete("sample-entry-14")), ["/guide", Interpreted, Interpretation]),
        ["a term is renamed"] = (site => EditAsync(site, "topics", item => TermOf(item, "topic-02")["TitlePart"]!["Title"] = "改名的政务"), ["/guide", "/api/content/guide", "/api/content/sample-entry-06"]),
        ["a term is moved below another"] = (site => EditAsync(site, "topics", MoveTerm), ["/guide", "/api/content/guide"]),
        ["an interpretation is added"] = (site => PublishAsync(site, "sample-interpretation-02", "fresh-interpretation", item => SetTitle(item, "再次解读加装电梯")), ["/guide", "/entries/000000104-2026-00001", "/questions/2026/3"]),
        ["an interpretation is turned to another entry"] = (site => EditAsync(site, "sample-interpretation-02", item => SetPolicies(item, "sample-entry-07")), ["/guide", "/rules", "/questions/2026/3"]),
        ["an interpretation is withdrawn"] = (site => site.ExecuteAsync(new Unpublish("sample-interpretation-03")), ["/guide", "/questions/2026/3"]),
        ["an entry is replaced by another"] = (site => EditAsync(site, "sample-entry-04", item => item.Part("DisclosureEntry")!["ReplacedBy"] = Picked("sample-entry-03", "sample-entry-06")), ["/guide", "/questions/2026/3"]),
        ["what replaced it is withdrawn"] = (site => site.ExecuteAsync(new Unpublish("sample-entry-03")), ["/guide", "/questions/2026/3"]),
        ["a page is edited"] = (site => EditAsync(site, "guide", item => SetTitle(item, "新的公开指南")), ["/rules", Interpreted, "/entries/000000104-2026-00001"]),
        ["an import brings a new version"] = (site => ImportAsync(site, "sample-entry-06", item => SetTitle(item, "导入的新题目")), ["/guide", "/rules"]),
        ["the site gets another name"] = (site => SaveSettingsAsync(site, "SiteName", "改名的网站"), []),
        ["the pages get another length"] = (site => SaveSettingsAsync(site, "PageSize", 3), []),
        ["a type gets another name"] = (RenameTypeAsync, []),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_reader_sees_the_truth_after(string change)
    {
        foreach (var address in Addresses)
            await ReadAsync(address, isKept: true);
        var (make, unrelated) = Changes[change];
        // What an earlier change made unreachable is not kept.
        var kept = unrelated.Where(address => IsKept(address)).ToList();
        Assert.Equal(unrelated.Length > 0, kept.Count > 0);

        await make(site);

        foreach (var address in kept)
            Assert.True(IsKept(address), $"{address} was forgotten.");
        foreach (var address in Addresses)
            Assert.Equal(await ReadAsync(address, isKept: false), await ReadAsync(address, isKept: true));
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
        foreach (var address in Addresses)
            Assert.Equal(await ReadAsync(address, isKept: false), await ReadAsync(address, isKept: true));
    }

    [Fact]
    public async Task A_page_that_was_read_is_kept_in_the_form_in_which_it_was_asked_for()
    {
        await site.GetTextAsync("/rules");

        Assert.True(IsKept("/rules"));
        Assert.False(IsKept("/rules", "br"));
    }

    /// <summary>A page's status and text; whoever shows a token gets it freshly made.</summary>
    private async Task<string> ReadAsync(string address, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (!isKept)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer nobody");
        using var response = await site.Client.SendAsync(request);
        return $"{address} {(int)response.StatusCode}\n{await response.Content.ReadAsStringAsync()}";
    }

    private bool IsKept(string address, string encoding = "")
    {
        var parts = address.Split('?');
        var http = new DefaultHttpContext();
        http.Request.Path = parts[0];
        http.Request.QueryString = parts.Length > 1 ? QueryString.FromUriComponent("?" + Uri.EscapeDataString(parts[1]).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal)) : default;
        Span<char> key = stackalloc char[PageKey.Longest];
        Assert.True(PageKey.TryWrite(http.Request, encoding, key, out var length, site.Services.GetRequiredService<SiteSettings>().Today));
        return site.Services.GetRequiredService<PageStore>().Find(key[..length]) is not null;
    }

    private static async Task EditAsync(SiteFixture site, string id, Action<ContentItem> edit)
    {
        await DraftAsync(site, id, edit);
        await site.ExecuteAsync(new Publish(id));
    }

    private static async Task DraftAsync(SiteFixture site, string id, Action<ContentItem> edit)
    {
        var item = await site.GetItemAsync(id);
        edit(item);
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));
    }

    private static async Task PublishAsync(SiteFixture site, string like, string id, Action<ContentItem> edit)
    {
        var item = New(await site.GetItemAsync(like, VersionOption.Published), id);
        edit(item);
        await site.ExecuteAsync(new SaveDraft(item, null), new Publish(id));
    }

    private static async Task ImportAsync(SiteFixture site, string id, Action<ContentItem> edit)
    {
        var item = await site.GetItemAsync(id);
        (item.ContentItemVersionId, item.Published, item.Latest) = (IdGenerator.NewId(), true, true);
        edit(item);
        await site.ExecuteAsync(new ImportVersion(item));
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
    }

    private static async Task SaveSettingsAsync(SiteFixture site, string name, JsonNode value)
    {
        var settings = site.Services.GetRequiredService<ISettingsStore>();
        var document = settings.Get(SettingsNames.Site);
        document[name] = value;
        await settings.SaveAsync(SettingsNames.Site, document);
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
    }

    private static async Task RenameTypeAsync(SiteFixture site)
    {
        var definitions = site.Services.GetRequiredService<IContentDefinitionStore>();
        await definitions.SaveAsync([definitions.Current.FindType("QaIssue")!.Definition with { DisplayName = "问答期" }], []);
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
    }

    private static ContentItem New(ContentItem like, string id)
    {
        var item = new ContentItem(like.ContentType, id);
        foreach (var (name, part) in like.Json.Where(property => property.Value is JsonObject))
        {
            if (name is not "AutoroutePart")
                item.Json[name] = part!.DeepClone();
        }

        item.Part("DisclosureEntry")?.Remove("IndexNumber");
        return item;
    }

    private static void SetTitle(ContentItem item, string title) => item.EnsurePart("TitlePart")["Title"] = title;

    private static void SetPolicies(ContentItem item, params string[] ids) => item.Part("PolicyInterpretation")!["Policies"] = Picked(ids);

    private static JsonObject Picked(params string[] ids) => new() { ["ContentItemIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) };

    private static JsonObject TermOf(ContentItem taxonomy, string id) => taxonomy.Part("TaxonomyPart")!.Objects("Terms").First(term => term.Text("ContentItemId") == id);

    private static void MoveTerm(ContentItem taxonomy)
    {
        var terms = taxonomy.Part("TaxonomyPart")!["Terms"]!.AsArray();
        var moved = TermOf(taxonomy, "topic-10");
        terms.Remove(moved);
        var above = TermOf(taxonomy, "topic-11");
        if (above["Terms"] is not JsonArray below)
            above["Terms"] = below = [];
        below.Add((JsonNode)moved);
    }
}
