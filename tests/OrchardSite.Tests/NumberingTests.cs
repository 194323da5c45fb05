using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Index numbers and issue numbers: generated at first publication, never repeated, past any that an import brings.</summary>
public sealed class NumberingTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Entries_published_at_once_get_numbers_without_gap_or_repeat()
    {
        const int Editors = 12;
        var ids = Enumerable.Range(0, Editors).Select(_ => IdGenerator.NewId()).ToList();
        foreach (var id in ids)
            await site.ExecuteAsync(new SaveDraft(Entry(id, "jia-health"), null));

        await Task.WhenAll(ids.Select(id => Task.Run(() => site.ExecuteAsync(new Publish(id)))));

        var year = Today.Year;
        var numbers = await Task.WhenAll(ids.Select(async id => (await site.GetItemAsync(id)).Part("DisclosureEntry")!.TextField("IndexNumber")));
        var code = numbers[0]!.Split('/')[0];
        Assert.Equal(Enumerable.Range(1, Editors).Select(serial => $"{code}/{year}-{serial:00000}"), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_number_that_an_import_brings_moves_the_next_one_past_it()
    {
        var brought = Entry("brought", "jia-land");
        brought.Part("DisclosureEntry")!.SetTextField("IndexNumber", $"{await CodeOfAsync("jia-land")}/{Today.Year}-00041");
        (brought.Published, brought.Latest) = (true, true);
        await site.ExecuteAsync(new ImportVersion(brought));

        await site.ExecuteAsync(new SaveDraft(Entry("next", "jia-land"), null), new Publish("next"));

        Assert.Equal($"{await CodeOfAsync("jia-land")}/{Today.Year}-00042", (await site.GetItemAsync("next")).Part("DisclosureEntry")!.TextField("IndexNumber"));
    }

    [Fact]
    public async Task Number_date_and_address_stay_when_an_entry_is_withdrawn_and_published_again()
    {
        await site.ExecuteAsync(new SaveDraft(Entry("stays", "jia-civil"), null), new Publish("stays"));
        var first = (await site.GetItemAsync("stays")).Json.DeepClone();

        await site.ExecuteAsync(new Unpublish("stays"));
        await site.ExecuteAsync(new Publish("stays"));

        var again = (await site.GetItemAsync("stays")).Json;
        Assert.True(JsonNode.DeepEquals(first["DisclosureEntry"], again["DisclosureEntry"]));
        Assert.True(JsonNode.DeepEquals(first["AutoroutePart"], again["AutoroutePart"]));
    }

    [Fact]
    public async Task A_refused_publication_gives_no_number_away()
    {
        var broken = Entry("broken", "jia-market");
        broken.Part("DisclosureEntry")!.Remove("Topic");
        await site.ExecuteAsync(new SaveDraft(broken, null));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var refused = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync([new Publish("broken")]);
            Assert.False(refused.Succeeded);
            Assert.Contains(refused.Results.Single().Errors, error => error.Path.StartsWith("DisclosureEntry.Topic", StringComparison.Ordinal));
        }

        await site.ExecuteAsync(new SaveDraft(Entry("whole", "jia-market"), null), new Publish("whole"));

        Assert.EndsWith("-00001", (await site.GetItemAsync("whole")).Part("DisclosureEntry")!.TextField("IndexNumber"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_are_numbered_within_their_year_after_those_there()
    {
        await site.ExecuteAsync(new SaveDraft(Issue("issue-a", 2026), null), new Publish("issue-a"));
        await site.ExecuteAsync(new SaveDraft(Issue("issue-b", 2031), null), new Publish("issue-b"));

        Assert.Equal("questions/2026/4", AutoroutePart.RouteOf(await site.GetItemAsync("issue-a")));
        Assert.Equal("questions/2031/1", AutoroutePart.RouteOf(await site.GetItemAsync("issue-b")));
    }

    [Fact]
    public async Task Issues_published_at_once_have_no_gap_and_no_repeat_also_when_some_are_refused() => await IssueNumbers.PublishAtOnceAsync(2041, site);

    [Fact]
    public async Task A_withdrawn_issue_keeps_its_number_and_nobody_else_gets_it()
    {
        await site.ExecuteAsync(new SaveDraft(Issue("kept", 2042), null), new Publish("kept"));
        await site.ExecuteAsync(new Unpublish("kept"));
        var withdrawn = await site.GetItemAsync("kept");
        withdrawn.Part("QaIssue")!.SetNumericField("Number", null);
        await site.ExecuteAsync(new SaveDraft(withdrawn, withdrawn.ContentItemVersionId));
        await site.ExecuteAsync(new SaveDraft(Issue("after", 2042), null), new Publish("after"));
        var repeat = Issue("repeat", 2042);
        repeat.Part("QaIssue")!.SetNumericField("Number", 1);
        await site.ExecuteAsync(new SaveDraft(repeat, null));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var refused = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync([new Publish("repeat")]);
            Assert.Equal("QaIssue.Number", refused.Results.Single().Errors.Single().Path);
        }

        await site.ExecuteAsync(new Publish("kept"));

        Assert.Equal("questions/2042/1", AutoroutePart.RouteOf(await site.GetItemAsync("kept")));
        Assert.Equal("questions/2042/2", AutoroutePart.RouteOf(await site.GetItemAsync("after")));
        Assert.Equal(1, (await site.GetItemAsync("kept")).Part("QaIssue")!.NumericField("Number"));
        Assert.DoesNotContain("GivenNumber", await site.GetTextAsync("/api/content/kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_without_a_code_is_named_when_a_number_is_to_be_drawn()
    {
        var issuers = await site.GetItemAsync("issuers");
        issuers.Part("TaxonomyPart")!["Terms"]!.AsArray().Add(new JsonObject
        {
            ["ContentItemId"] = "no-code",
            ["ContentType"] = "Issuer",
            ["DisplayText"] = "无代码单位",
            ["TitlePart"] = new JsonObject { ["Title"] = "无代码单位" },
            ["Terms"] = new JsonArray(),
        });
        await site.ExecuteAsync(new SaveDraft(issuers, issuers.ContentItemVersionId), new Publish("issuers"));
        await site.ExecuteAsync(new SaveDraft(Entry("codeless", "no-code"), null));

        await using var scope = site.Services.CreateAsyncScope();
        var refused = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync([new Publish("codeless")]);

        Assert.Equal("DisclosureEntry.Issuer", refused.Results.Single().Errors.Single().Path);
    }

    private DateOnly Today => site.Services.GetRequiredService<SiteSettings>().Today;

    private async Task<string> CodeOfAsync(string issuer) =>
        new TaxonomySnapshot([await site.GetItemAsync("issuers")]).FindTerm("issuers", issuer)!.Code!;

    private static ContentItem Entry(string id, string issuer) => new(new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "DisclosureEntry",
        ["TitlePart"] = new JsonObject { ["Title"] = "编号试验 " + id },
        ["DisclosureEntry"] = new JsonObject
        {
            ["Issuer"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new JsonArray(issuer) },
            ["Topic"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray("topic-22") },
            ["DisclosureMode"] = new JsonObject { ["Text"] = "主动公开" },
        },
    });

    private static ContentItem Issue(string id, int year) => new(new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "QaIssue",
        ["TitlePart"] = new JsonObject { ["Title"] = "问答试验 " + id },
        ["QaIssue"] = new JsonObject { ["Year"] = new JsonObject { ["Value"] = year } },
    });
}
