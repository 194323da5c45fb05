using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>What a reader sees when the site itself is broken.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false, builder => builder.Services.AddSingleton<ISearch, BrokenSearch>());

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/search?q=a", "页面暂时无法显示")]
    [InlineData("/zh-hant/search?q=a", "頁面暫時無法顯示")]
    [InlineData("/en/search?q=a", "This page cannot be shown at the moment")]
    public async Task A_page_that_fails_says_so_calmly_and_tells_nothing_of_the_fault(string address, string expected)
    {
        using var response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BrokenSearch), html, StringComparison.Ordinal);
        Assert.DoesNotContain("broken on purpose", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_call_that_fails_is_answered_with_problem_details()
    {
        using var response = await _site.GetAsync("/api/search");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("broken on purpose", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_that_is_not_published_yet_is_announced()
    {
        using var response = await _site.GetAsync("/guide");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("尚未发布政府信息公开指南", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class BrokenSearch : ISearch
    {
        public int Generation => 0;

        public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default) => throw new InvalidOperationException("broken on purpose");

        public IReadOnlyDictionary<string, FacetNewest> Newest(SearchRequest request, string facet, int most, CancellationToken cancellationToken = default) => throw new InvalidOperationException("broken on purpose");

        public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds) => throw new InvalidOperationException("broken on purpose");
    }
}
