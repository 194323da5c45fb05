using System.Net;
using System.Security.Claims;
using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Caching;

namespace OrchardSite.Tests.Caching;

/// <summary>What a browser, a proxy and a crowd see of the cache.</summary>
public sealed class PageCacheTests : IAsyncLifetime, IDisposable
{
    private const string Entry = "/entries/000000109-2026-00001";

    private readonly GatedSearch _search = new();
    private readonly SiteFixture _site;

    public PageCacheTests() => _site = new(withSample: true, builder =>
    {
        builder.Services.AddTransient<IStartupFilter, TestUsers>();
        var inner = builder.Services.Last(descriptor => descriptor.ServiceType == typeof(ISearch));
        builder.Services.AddSingleton<ISearch>(provider => _search.Around((ISearch)inner.ImplementationFactory!(provider)));
    });

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    public void Dispose() => _search.Dispose();

    private PageStore Store => _site.Services.GetRequiredService<PageStore>();

    [Theory]
    [InlineData("/", "")]
    [InlineData(Entry, "br")]
    [InlineData(Entry, "gzip")]
    [InlineData("/search?q=电梯", "br")]
    [InlineData("/api/search?q=电梯", "gzip")]
    public async Task A_kept_answer_is_the_answer_that_was_made(string address, string encoding)
    {
        using var made = await GetAsync(address, ("Accept-Encoding", encoding));
        using var kept = await GetAsync(address, ("Accept-Encoding", encoding));

        Assert.Equal(1, Store.Count);
        Assert.Equal(encoding.Length > 0 ? [encoding] : [], kept.Content.Headers.ContentEncoding);
        Assert.Equal(HeadersOf(made), HeadersOf(kept));
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(), await kept.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-cache", kept.Headers.CacheControl?.ToString());
        Assert.Equal("Accept-Encoding, Accept-Language", kept.Headers.Vary.ToString());
        Assert.True(kept.Headers.Contains("Content-Security-Policy"));
        Assert.Equal((await kept.Content.ReadAsByteArrayAsync()).Length, kept.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Each_encoding_has_an_entity_tag_of_its_own()
    {
        string[] encodings = ["br", "gzip", ""];
        var tags = new HashSet<string?>();
        foreach (var encoding in encodings)
        {
            using var response = await GetAsync(Entry, ("Accept-Encoding", encoding));
            tags.Add(response.Headers.ETag?.ToString());
        }

        Assert.Equal(encodings.Length, tags.Count);
        Assert.DoesNotContain(tags, tag => tag is null || tag.StartsWith("W/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_the_page_is_told_that_it_is_the_same(bool isKept)
    {
        using var first = await GetAsync(Entry);
        var tag = first.Headers.ETag!.ToString();
        if (!isKept)
            Store.ForgetAll();

        foreach (var header in (string[])[tag, "W/" + tag, $"\"other\", {tag}", "*"])
        {
            using var same = await GetAsync(Entry, ("If-None-Match", header));
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Equal(tag, same.Headers.ETag!.ToString());
            Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        }

        using var other = await GetAsync(Entry, ("If-None-Match", "\"other\""), ("If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_page_that_changed_is_sent_though_the_browser_has_the_old_one()
    {
        using var first = await GetAsync("/guide");
        var item = await _site.GetItemAsync("guide");
        item.EnsurePart("TitlePart")["Title"] = "新的指南";

        await _site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish("guide"));

        // Within one second, too: the time alone would call both the same.
        using var byTag = await GetAsync("/guide", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var byTime = await GetAsync("/guide", ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("r")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (byTag.StatusCode, byTime.StatusCode));
        Assert.Contains("新的指南", await byTime.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_is_answered_from_what_is_kept()
    {
        using var get = await GetAsync(Entry);
        using var head = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(Entry, UriKind.Relative)));

        Assert.Equal(HeadersOf(get), HeadersOf(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("X-Test-User", "li")]
    [InlineData("Authorization", "Bearer token")]
    public async Task Who_is_signed_in_gets_nothing_kept_and_leaves_nothing(string header, string value)
    {
        using var theirs = await GetAsync("/", (header, value));
        Assert.Equal(0, Store.Count);
        Assert.Null(theirs.Headers.ETag);
        Assert.Equal("no-store, private", theirs.Headers.CacheControl?.ToString());
        using var everybodys = await GetAsync("/");
        var made = _search.Asked;

        using var again = await GetAsync("/", (header, value));

        Assert.True(_search.Asked > made);
    }

    [Theory]
    [InlineData("/nothing-there")]
    [InlineData("/catalogue?page=999")]
    [InlineData("/api/content/none")]
    [InlineData("/api/search?frobnicate=1")]
    [InlineData("/topics")]
    [InlineData("/GongkaiTheme/gongkai.css")]
    public async Task Only_whole_public_answers_are_kept(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(0, Store.Count);
    }

    [Fact]
    public async Task An_answer_that_sets_a_cookie_is_not_kept()
    {
        using var response = await GetAsync("/", ("X-Test-Cookie", "yes"));

        Assert.Equal(0, Store.Count);
        Assert.True(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Parameters_that_a_page_does_not_know_do_not_fill_the_cache()
    {
        foreach (var query in (string[])["", "?a=1", "?b=2&utm=x", "?A", "?%61=1"])
            await _site.GetTextAsync("/guide" + query);
        foreach (var query in (string[])["?q=a&x=1", "?x=2&q=a", "?%71=a"])
            await _site.GetTextAsync("/search" + query);

        Assert.Equal(2, Store.Count);
        Assert.Contains("frobnicate", await (await GetAsync("/api/search?frobnicate=1")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crowd_that_asks_for_one_page_has_it_made_once_and_holds_up_nobody()
    {
        const int Crowd = 20;
        _search.Close();
        var waiting = Enumerable.Range(0, Crowd).Select(_ => _site.GetTextAsync("/search?q=电梯")).ToList();
        await _search.ReachedAsync();

        // Made while the crowd's page is stuck.
        Assert.Contains("指南", await _site.GetTextAsync("/guide"), StringComparison.Ordinal);
        _search.Open();

        var pages = await Task.WhenAll(waiting);
        Assert.Single(pages.Distinct());
        Assert.Equal(1, _search.Queries("电梯"));
    }

    [Fact]
    public async Task A_page_that_something_changed_under_is_not_kept()
    {
        _search.Close();
        var reading = _site.GetTextAsync("/search?q=电梯");
        await _search.ReachedAsync();
        await _site.ExecuteAsync(new Unpublish("sample-entry-06"));
        _search.Open();
        await reading;

        Assert.Equal(0, Store.Count);
    }

    [Fact]
    public async Task A_page_that_failed_for_one_is_made_for_the_next()
    {
        _search.Fails = true;
        using var failed = await GetAsync("/search?q=电梯");
        _search.Fails = false;
        using var made = await GetAsync("/search?q=电梯");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (failed.StatusCode, made.StatusCode));
    }

    private async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
            request.Headers.TryAddWithoutValidation(name, value);
        return await _site.Client.SendAsync(request);
    }

    private static SortedDictionary<string, string> HeadersOf(HttpResponseMessage response) => new(
        response.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(response.Content.Headers).Where(header => header.Key != "Date")
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Signs people in and sets cookies as a test's headers say.</summary>
    private sealed class TestUsers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, rest) =>
            {
                if (http.Request.Headers["X-Test-User"] is [{ } name])
                    http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "test"));
                if (http.Request.Headers.ContainsKey("X-Test-Cookie"))
                    http.Response.Cookies.Append("a", "b");
                await rest(http);
            });
            next(app);
        };
    }

    /// <summary>The site's search behind a gate, and a count of what was asked.</summary>
    private sealed class GatedSearch : ISearch, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new(initialState: true);
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly System.Collections.Concurrent.ConcurrentQueue<SearchRequest> _asked = new();
        private ISearch _inner = null!;

        public bool Fails { get; set; }

        public int Asked => _asked.Count;

        public int Generation => _inner.Generation;

        public GatedSearch Around(ISearch inner)
        {
            _inner = inner;
            return this;
        }

        public int Queries(string query) => _asked.Count(request => request.Query == query);

        public void Close() => _gate.Reset();

        public void Open() => _gate.Set();

        public Task ReachedAsync() => _reached.Task;

        public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default)
        {
            _asked.Enqueue(request);
            if (Fails)
                throw new InvalidOperationException("broken on purpose");
            var result = _inner.Search(request, cancellationToken);
            if (!_gate.IsSet)
                _reached.TrySetResult();
            _gate.Wait(cancellationToken);
            return result;
        }

        public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds) => _inner.Find(contentItemIds);

        public IReadOnlyDictionary<string, FacetNewest> Newest(SearchRequest request, string facet, int most, CancellationToken cancellationToken = default) => _inner.Newest(request, facet, most, cancellationToken);

        public void Dispose() => _gate.Dispose();
    }
}
