using System.Net;
using System.Text.Json.Nodes;

namespace OrchardSite.Tests;

public sealed class ApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_search_answers_hits_and_facets_in_the_documented_shape()
    {
        var answer = await site.GetJsonAsync("/api/search?q=加装电梯&size=3");

        Assert.Equal(["total", "page", "size", "hits", "facets"], answer.Select(property => property.Key));
        var hit = answer["hits"]![0]!.AsObject();
        Assert.Equal(["contentItemId", "contentType", "title", "url", "date", "snippet", "score"], hit.Select(property => property.Key));
        Assert.StartsWith("/", (string)hit["url"]!, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", (string)hit["date"]!);
        Assert.Contains("<mark>", (string)hit["snippet"]!, StringComparison.Ordinal);
        Assert.Equal(["type", "topic", "genre", "issuer", "year", "validity", "audience"], answer["facets"]!.AsObject().Select(facet => facet.Key));
    }

    [Fact]
    public async Task Suggestions_come_for_characters_pinyin_and_initials_and_nowhere_are_they_kept()
    {
        foreach (var typed in (string[])["加装电梯", "加裝電梯", "jiazhuangdianti", "jzdt"])
        {
            using var response = await site.GetAsync("/api/suggestions?q=" + typed);
            var suggestion = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["suggestions"]![0]!.AsObject();

            Assert.Equal(["text", "marks", "kind", "label"], suggestion.Select(property => property.Key));
            var (start, end) = ((int)suggestion["marks"]![0]![0]!, (int)suggestion["marks"]![0]![1]!);
            Assert.Equal("加装电梯", ((string)suggestion["text"]!)[start..end]);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        }
    }

    [Theory]
    [InlineData("/api/suggestions?q=", 65)]
    [InlineData("/api/search/words?q=", 513)]
    public async Task More_than_is_looked_at_is_refused_by_name(string address, int length)
    {
        using var response = await site.GetAsync(address + new string('a', length));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("最多", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_a_search_come_in_every_form_of_their_characters()
    {
        var words = (await site.GetJsonAsync("/api/search/words?q=資訊 公開"))["words"]!.AsArray();

        Assert.Equal(2, words.Count);
        Assert.Equal(2, words[1]!["characters"]!.AsArray().Count);
        Assert.Contains("開", (string)words[1]!["characters"]![1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_total_that_a_facet_promises_is_what_its_filter_gives()
    {
        var all = await site.GetJsonAsync("/api/search?size=0");

        foreach (var (facet, counts) in all["facets"]!.AsObject())
        {
            foreach (var count in counts!.AsArray())
            {
                var filtered = await site.GetJsonAsync($"/api/search?size=0&{facet}={Uri.EscapeDataString((string)count!["id"]!)}");
                Assert.Equal((int)count["count"]!, (int)filtered["total"]!);
            }
        }
    }

    [Fact]
    public async Task A_term_counts_those_below_it_and_each_document_once()
    {
        var issuers = await site.GetJsonAsync("/api/taxonomies/issuers");
        var root = issuers["terms"]!.AsArray().Single(term => (string?)term!["id"] == "jia-gov")!;
        var whole = await site.GetJsonAsync("/api/search?issuer=jia-gov");

        Assert.Equal((int)whole["total"]!, (int)root["count"]!);
        Assert.True(root["terms"]!.AsArray().Sum(term => (int)term!["count"]!) > (int)root["count"]! - 3, "joint documents count at each of their issuers");
        Assert.Equal("/catalogue/issuers/" + Uri.EscapeDataString("甲市人民政府"), (string?)root["url"]);
    }

    [Fact]
    public async Task Repeated_parameters_widen_and_different_ones_narrow()
    {
        async Task<int> Total(string query) => (int)(await site.GetJsonAsync("/api/search?size=0&" + query))["total"]!;

        Assert.Equal(await Total("topic=topic-02") + await Total("topic=topic-10"), await Total("topic=topic-02&topic=topic-10"));
        Assert.True(await Total("topic=topic-02&year=2025") < await Total("topic=topic-02"));
        Assert.Equal(0, await Total("topic=topic-02&topic=topic-10&validity=废止&year=2026"));
    }

    [Fact]
    public async Task Newest_and_oldest_go_by_the_date_of_publication()
    {
        async Task<List<string?>> Dates(string sort) =>
            [.. (await site.GetJsonAsync("/api/search?type=DisclosureEntry&size=100&sort=" + sort))["hits"]!.AsArray().Select(hit => (string?)hit!["date"])];

        var newest = await Dates("newest");
        Assert.Equal(newest.OrderDescending(StringComparer.Ordinal), newest);
        Assert.Equal(newest.Order(StringComparer.Ordinal), await Dates("oldest"));
    }

    [Fact]
    public async Task Since_and_until_are_inclusive()
    {
        var answer = await site.GetJsonAsync("/api/search?since=2025-03-21&until=2025-03-21&type=DisclosureEntry");

        Assert.Equal(["sample-entry-02", "sample-entry-03"], answer["hits"]!.AsArray().Select(hit => (string)hit!["contentItemId"]!).Order());
    }

    [Theory]
    [InlineData("/api/search?foo=1", "foo")]
    [InlineData("/api/search?page=0", "page")]
    [InlineData("/api/search?size=101", "size")]
    [InlineData("/api/search?sort=best", "sort")]
    [InlineData("/api/search?since=tomorrow", "since")]
    [InlineData("/api/search?topic=topic-99", "topic")]
    [InlineData("/api/search?issuer=nobody", "issuer")]
    [InlineData("/api/search?type=Nothing", "type")]
    [InlineData("/api/search?validity=有效", "validity")]
    [InlineData("/api/suggestions?foo=1", "foo")]
    [InlineData("/api/search/words?foo=1", "foo")]
    [InlineData("/api/content/guide?foo=1", "foo")]
    [InlineData("/api/taxonomies/topics?foo=1", "foo")]
    public async Task Unknown_parameters_and_bad_values_are_named_in_problem_details(string address, string name)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.NotNull(problem["errors"]![name]);
    }

    [Fact]
    public async Task A_query_of_over_512_characters_is_refused_with_a_message()
    {
        using var response = await site.GetAsync("/api/search?q=" + new string('a', 513));
        using var page = await site.GetAsync("/search?q=" + new string('a', 513));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("512", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("512", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/content/none")]
    [InlineData("/api/taxonomies/none")]
    [InlineData("/api/none")]
    public async Task What_the_API_does_not_have_is_a_404_with_problem_details(string address)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_the_endpoints()
    {
        var document = await site.GetJsonAsync("/api/openapi.json");

        Assert.Equal(["/api/changes", "/api/content/{contentItemId}", "/api/search", "/api/search/words", "/api/suggestions", "/api/taxonomies/{alias}"], document["paths"]!.AsObject().Select(path => path.Key).Order());
        var parameters = document["paths"]!["/api/search"]!["get"]!["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]);
        Assert.Equal(Gongkai.Web.SearchQuery.Names.Order(), parameters.Order());
    }
}
