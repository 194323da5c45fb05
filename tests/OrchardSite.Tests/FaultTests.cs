using System.Net;
using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>What a reader sees when the site itself is broken.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "gongkai-tests", Guid.NewGuid().ToString("N"));
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _app = SiteHost.Build(new(_data, WithSample: false, "http://127.0.0.1:0"), builder => builder.Services.AddSingleton<ISearch, BrokenSearch>());
        await SiteStart.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
        _client = new() { BaseAddress = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_page_that_fails_says_so_calmly_and_tells_nothing_of_the_fault()
    {
        using var response = await _client.GetAsync(new Uri("/search?q=a", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("页面暂时无法显示", html, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BrokenSearch), html, StringComparison.Ordinal);
        Assert.DoesNotContain("broken on purpose", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_call_that_fails_is_answered_with_problem_details()
    {
        using var response = await _client.GetAsync(new Uri("/api/search", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("broken on purpose", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_that_is_not_published_yet_is_announced()
    {
        using var response = await _client.GetAsync(new Uri("/guide", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("尚未发布政府信息公开指南", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class BrokenSearch : ISearch
    {
        public int Generation => 0;

        public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default) => throw new InvalidOperationException("broken on purpose");

        public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds) => throw new InvalidOperationException("broken on purpose");
    }
}
