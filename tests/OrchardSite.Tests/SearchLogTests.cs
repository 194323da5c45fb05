using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Caching;

namespace OrchardSite.Tests;

/// <summary>What people search for and open is counted, also where a page comes from the cache, and nothing else of them is kept.</summary>
public sealed class SearchLogTests : IAsyncLifetime
{
    private const string Entry = "/entries/000000109-2026-00001";

    private readonly SiteFixture _site = new(withSample: true);

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Searches_are_counted_made_or_kept_in_whatever_script_and_not_when_somebody_only_comes_back()
    {
        using var first = await _site.GetAsync("/search?q=加装电梯");
        await _site.GetTextAsync("/search?q=加装电梯");
        await _site.GetTextAsync("/search?q=加裝電梯");
        await _site.GetTextAsync("/search?q=加装电梯&page=1&size=5");
        using (var back = new HttpRequestMessage(HttpMethod.Get, "/search?q=加装电梯"))
        {
            back.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var known = await _site.Client.SendAsync(back);
            Assert.Equal(304, (int)known.StatusCode);
        }

        var entry = Assert.Single(await ReadAsync());

        Assert.Equal(("加装电梯", 4L), (entry.Query, entry.Searches));
        Assert.True(entry.Results > 0);
        Assert.Empty(entry.Clicks);
    }

    [Fact]
    public async Task A_results_link_says_where_it_stands_and_opening_it_is_counted_each_time_though_its_page_is_kept_once()
    {
        var page = await _site.GetTextAsync("/search?q=加装电梯");
        var link = System.Net.WebUtility.HtmlDecode(page[(page.IndexOf("row-title\" href=\"", StringComparison.Ordinal) + 17)..].Split('"')[0]);
        Assert.Contains("&from=1." + Uri.EscapeDataString("加装电梯"), link, StringComparison.Ordinal);
        var path = link.Split('#')[0];
        var kept = _site.Services.GetRequiredService<PageStore>().Count;

        var opened = await _site.GetTextAsync(path);
        await _site.GetTextAsync(path);
        var unmarked = path[..path.IndexOf("&from=", StringComparison.Ordinal)];
        var plain = await _site.GetTextAsync(unmarked);
        await _site.GetTextAsync(unmarked + "&from=7." + Uri.EscapeDataString("加装电梯"));

        Assert.Equal(kept + 1, _site.Services.GetRequiredService<PageStore>().Count);
        Assert.Equal(plain, opened);
        Assert.DoesNotContain("from=", opened, StringComparison.Ordinal);
        Assert.Equal([new(1, 2), new(7, 1)], Assert.Single(await ReadAsync()).Clicks);
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("138 0013 8000")]
    [InlineData("0512-65221234")]
    [InlineData("6222021234567890128")]
    public async Task What_looks_like_a_persons_number_is_kept_nowhere(string number)
    {
        var page = await _site.GetTextAsync("/search?q=" + Uri.EscapeDataString(number + " 公开"));
        await _site.GetTextAsync(Entry + "?from=1." + Uri.EscapeDataString(number));

        Assert.DoesNotContain("from=", page, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_search_that_filters_hide_something_of_says_no_results_and_one_that_finds_nothing_says_so()
    {
        await _site.GetTextAsync("/search?q=加装电梯&year=2026");
        await _site.GetTextAsync("/search?q=饕餮貔貅");

        var entries = (await ReadAsync()).ToDictionary(entry => entry.Query);

        Assert.Null(entries["加装电梯"].Results);
        Assert.Equal(0, entries["饕餮貔貅"].Results);
    }

    [Fact]
    public async Task What_was_counted_is_written_when_the_site_ends()
    {
        await _site.GetTextAsync("/search?q=加装电梯");
        var writing = _site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OrchardSite.Hosting.SearchLogService>().Single();

        await writing.StopAsync(CancellationToken.None);

        Assert.Single(await ReadAsync(writes: false));
    }

    private async Task<List<SearchLogEntry>> ReadAsync(bool writes = true)
    {
        if (writes)
            await _site.Services.GetRequiredService<ISearchLog>().WriteAsync();
        var entries = new List<SearchLogEntry>();
        await foreach (var entry in _site.Services.GetRequiredService<ISearchLogStore>().ReadAsync(null, null))
            entries.Add(entry);
        return entries;
    }
}
