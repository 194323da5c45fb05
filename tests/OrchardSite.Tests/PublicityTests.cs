using System.Net;
using Gongkai.Content;

namespace OrchardSite.Tests;

/// <summary>Regulation Art. 13–16: what is not 主动公开, and what is not published, is unreachable by any route.</summary>
public sealed class PublicityTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string HiddenId = "sample-entry-16";
    private const string HiddenTitle = "内部审计档案目录";
    private const string HiddenIssuer = "jia-audit";

    [Theory]
    [InlineData("/entries/000000112-2025-00001")]
    [InlineData("/ENTRIES/000000112-2025-00001/")]
    [InlineData("/api/content/" + HiddenId)]
    public async Task A_hidden_entry_is_not_found(string address)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain(HiddenTitle, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/catalogue/topics")]
    [InlineData("/search?q=审计档案")]
    [InlineData("/search?q=000000112/2025-00001")]
    [InlineData("/api/search?q=审计档案&size=100")]
    [InlineData("/api/search?size=100")]
    [InlineData("/api/suggestions?q=审计档案")]
    [InlineData("/api/suggestions?q=sjda")]
    [InlineData("/search?q=审记档案")]
    public async Task A_hidden_entry_is_in_no_list(string address) =>
        Assert.DoesNotContain(HiddenTitle, WithoutMarks(await site.GetTextAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task A_hidden_entry_is_in_no_count()
    {
        var search = await site.GetJsonAsync("/api/search?size=0");
        var taxonomy = await site.GetTextAsync("/api/taxonomies/issuers");

        Assert.DoesNotContain(search["facets"]!["issuer"]!.AsArray(), count => count!["id"]!.GetValue<string>() == HiddenIssuer);
        Assert.Matches($"\"id\":\"{HiddenIssuer}\"[^}}]*?\"count\":0", taxonomy);
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_when_the_call_returns_and_back_when_published_again()
    {
        const string Address = "/entries/000000111-2024-00001";
        const string Title = "食品安全信息公示办法";
        Assert.Contains(Title, await site.GetTextAsync(Address), StringComparison.Ordinal);
        Assert.Contains(Title, WithoutMarks(await site.GetTextAsync("/search?q=食品安全信息公示")), StringComparison.Ordinal);

        await site.ExecuteAsync(new Unpublish("sample-entry-15"));

        using (var gone = await site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain(Title, WithoutMarks(await site.GetTextAsync("/search?q=食品安全信息公示")), StringComparison.Ordinal);
        Assert.DoesNotContain(Title, await site.GetTextAsync("/catalogue"), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await site.GetJsonAsync("/api/search?q=食品安全信息公示办法&topic=topic-09"))["total"]!);

        await site.ExecuteAsync(new Publish("sample-entry-15"));

        Assert.Contains(Title, await site.GetTextAsync(Address), StringComparison.Ordinal);
        Assert.Contains(Title, WithoutMarks(await site.GetTextAsync("/search?q=食品安全信息公示")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_between_a_policy_and_its_interpretation_go_and_come_with_either()
    {
        const string Interpretation = "sample-interpretation-02";
        var interpretation = await site.GetItemAsync(Interpretation);
        var policy = interpretation.Part("PolicyInterpretation")!.PickedIds("Policies")[0];
        var (ofInterpretation, ofPolicy) = (AutoroutePart.UrlOf(interpretation), AutoroutePart.UrlOf(await site.GetItemAsync(policy)));
        await AreLinkedAsync(true, true);

        await site.ExecuteAsync(new Unpublish(Interpretation));
        await AreLinkedAsync(false, null);
        await site.ExecuteAsync(new Publish(Interpretation));
        await AreLinkedAsync(true, true);
        await site.ExecuteAsync(new Unpublish(policy));
        await AreLinkedAsync(null, false);
        await site.ExecuteAsync(new Publish(policy));
        await AreLinkedAsync(true, true);

        async Task AreLinkedAsync(bool? fromPolicy, bool? fromInterpretation)
        {
            if (fromPolicy is { } there)
                Assert.Equal(there, (await site.GetTextAsync(ofPolicy)).Contains($"href=\"{ofInterpretation}\"", StringComparison.Ordinal));
            if (fromInterpretation is { } back)
                Assert.Equal(back, (await site.GetTextAsync(ofInterpretation)).Contains($"href=\"{ofPolicy}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_entry_that_becomes_non_public_is_gone_though_it_stays_published()
    {
        const string Address = "/entries/000000106-2025-00001";
        Assert.Contains("财政预算", await site.GetTextAsync(Address), StringComparison.Ordinal);
        var item = await site.GetItemAsync("sample-entry-14");
        item.Part("DisclosureEntry")!.SetTextField("DisclosureMode", "不予公开");

        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish("sample-entry-14"));

        using var gone = await site.GetAsync(Address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var api = await site.GetAsync("/api/content/sample-entry-14");
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    [Fact]
    public async Task A_draft_beside_a_published_version_is_not_shown()
    {
        var item = await site.GetItemAsync("guide");
        item.Part("TitlePart")!["Title"] = "尚未审定的指南";

        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));

        Assert.DoesNotContain("尚未审定的指南", await site.GetTextAsync("/guide"), StringComparison.Ordinal);
        Assert.DoesNotContain("尚未审定的指南", await site.GetTextAsync("/api/content/guide"), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await site.GetJsonAsync("/api/search?q=“尚未审定的指南”"))["total"]!);
    }

    [Fact]
    public async Task A_link_to_a_hidden_item_does_not_reveal_it()
    {
        var item = await site.GetItemAsync("sample-interpretation-05");
        item.Part("PolicyInterpretation")!["Policies"]!["ContentItemIds"]!.AsArray().Add(HiddenId);

        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish("sample-interpretation-05"));

        Assert.DoesNotContain(HiddenTitle, await site.GetTextAsync("/interpretations/2024/sample-interpretation-05"), StringComparison.Ordinal);
        Assert.DoesNotContain(HiddenTitle, await site.GetTextAsync("/interpretations"), StringComparison.Ordinal);
        Assert.DoesNotContain(HiddenId, await site.GetTextAsync("/api/content/sample-interpretation-05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_json_names_neither_owner_nor_author()
    {
        var json = await site.GetJsonAsync("/api/content/sample-entry-01");

        Assert.False(json.ContainsKey("Owner"));
        Assert.False(json.ContainsKey("Author"));
        Assert.Equal("000000102/2025-00001", (string?)json["DisclosureEntry"]!["IndexNumber"]!["Text"]);
    }

    private static string WithoutMarks(string html) => html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
}
