using System.Net;
using Gongkai.Theming.Tests.Sample;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Theming.Tests.Files;

public sealed class ThemeFilesTests : IAsyncLifetime
{
    private readonly ThemeFolder _theme = new ThemeFolder().Asset("site.css", "body{}").Asset("secret.liquid", "{{ x }}").Asset("page.html", "<p>").View("Test", "{{ '~/TestTheme/site.css' | href | append_version }} {{ '~/TestTheme/none.css' | href | append_version }}");

    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(new([]), _theme.Configure, app => app.MapGet("/test", (HttpContext http, IPageRenderer renderer) =>
        renderer.RenderAsync(http, new("Test", new Dictionary<string, object?>(), null))));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _theme.Dispose();
    }

    [Fact]
    public async Task A_file_asked_for_by_its_hash_is_kept_for_good()
    {
        var address = (await _host.Client.GetStringAsync("/test")).Split(' ')[0];
        Assert.Matches("^/TestTheme/site\\.css\\?v=[0-9a-f]{12}$", address);
        using var response = await _host.Client.GetAsync(address);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("body{}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/TestTheme/site.css")]
    [InlineData("/TestTheme/site.css?v=000000000000")]
    public async Task A_file_asked_for_otherwise_is_asked_for_again_each_time_and_answered_unchanged_by_its_tag(string address)
    {
        using var response = await _host.Client.GetAsync(address);
        Assert.True(response.Headers.CacheControl!.NoCache);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _host.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_not_there_gets_no_version() => Assert.EndsWith(" /TestTheme/none.css", await _host.Client.GetStringAsync("/test"), StringComparison.Ordinal);

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=0", null)]
    public async Task A_style_sheet_is_sent_compressed_to_who_takes_it_and_answered_unchanged(string accepted, string? encoding)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = _host.Client.BaseAddress };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await client.GetAsync("/TestTheme/site.css");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/TestTheme/site.css");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await client.SendAsync(again);
        using var head = await client.SendAsync(new(HttpMethod.Head, "/TestTheme/site.css"));

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal((HttpStatusCode.OK, response.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("/TestTheme/secret.liquid")]
    [InlineData("/TestTheme/Views/Layout.liquid")]
    [InlineData("/TestTheme/../Views/Layout.liquid")]
    [InlineData("/TestTheme/%2e%2e/Views/Layout.liquid")]
    [InlineData("/TestTheme/..%2fViews%2fLayout.liquid")]
    [InlineData("/TestTheme/theme.json")]
    [InlineData("/TestTheme/page.html")]
    public async Task Templates_and_files_of_no_known_kind_are_never_served(string address)
    {
        using var response = await _host.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
