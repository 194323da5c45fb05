using System.Net;

namespace OrchardSite.Tests;

/// <summary>A site that is being worked on.</summary>
public sealed class MaintenanceTests : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false, null, KeyValuePair.Create<string, string?>("Site:Maintenance", "今晚 22:00 恢复。<b>"));

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=a")]
    [InlineData("/nowhere")]
    [InlineData("/en/guide")]
    public async Task Readers_are_told_what_the_operator_says_and_when_to_come_back(string address)
    {
        using var response = await _site.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(10)), (response.StatusCode, response.Headers.RetryAfter?.Delta));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("今晚 22:00 恢复。&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_API_says_it_in_problem_details()
    {
        using var response = await _site.GetAsync("/api/search");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_theme_and_the_desk_stay()
    {
        using var style = await _site.GetAsync("/GongkaiTheme/gongkai.css");
        using var desk = await _site.GetAsync("/admin");

        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, desk.StatusCode);
    }
}
