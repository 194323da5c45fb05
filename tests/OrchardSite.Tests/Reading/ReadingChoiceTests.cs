using System.Net;

namespace OrchardSite.Tests.Reading;

/// <summary>Reading help as the server knows it, and pictures of addresses.</summary>
public sealed class ReadingChoiceTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    // Each request says what cookie it has; none is remembered.
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Client.BaseAddress };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/guide", null, "/guide")]
    [InlineData("/guide", "/search?q=a", "/search?q=a")]
    [InlineData("//elsewhere.example/", null, "/")]
    [InlineData("/\\elsewhere.example/", null, "/")]
    [InlineData("https://elsewhere.example/", null, "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", null, "/")]
    [InlineData("/信息", null, "/%E4%BF%A1%E6%81%AF")]
    public async Task A_choice_leads_back_to_a_page_of_this_site(string back, string? referrer, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reading") { Content = new FormUrlEncodedContent([KeyValuePair.Create("help", "elder"), KeyValuePair.Create("back", back)]) };
        if (referrer is not null)
            request.Headers.Referrer = new(site.Client.BaseAddress!, referrer);
        using var response = await _client.SendAsync(request);

        Assert.Equal((HttpStatusCode.SeeOther, expected), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.StartsWith("reading=elder;", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referrer_of_another_site_is_not_gone_back_to()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reading") { Content = new FormUrlEncodedContent([KeyValuePair.Create("help", "elder")]) };
        request.Headers.Referrer = new("https://elsewhere.example/page");
        using var response = await _client.SendAsync(request);

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        using var response = await _client.PostAsync(new Uri("/reading", UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>Kept pages of the one are not given to the other.</summary>
    [Fact]
    public async Task Readers_with_and_without_help_get_each_their_own_kept_page()
    {
        for (var times = 0; times < 2; times++)
        {
            Assert.DoesNotContain("data-reading=", await ReadAsync(null), StringComparison.Ordinal);
            Assert.Contains("data-reading=\"elder\"", await ReadAsync("elder"), StringComparison.Ordinal);
            Assert.Contains("data-reading=\"large contrast\"", await ReadAsync("contrast.large.<script>"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_of_a_reader_with_help_is_another_to_caches_and_is_known_again()
    {
        using var plain = await AskAsync(null, null);
        using var elder = await AskAsync("elder", null);
        using var again = await AskAsync("elder", elder.Headers.ETag!.ToString());
        using var changed = await AskAsync("elder", plain.Headers.ETag!.ToString());

        Assert.NotEqual(plain.Headers.ETag, elder.Headers.ETag);
        Assert.NotNull(plain.Content.Headers.LastModified);
        Assert.Null(elder.Content.Headers.LastModified);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, changed.StatusCode));
    }

    [Theory]
    [InlineData("/qr/guide", "/qr/guide", true)]
    [InlineData("/qr/guide", "/qr/rules", false)]
    [InlineData("/qr/guide", "/qr/", false)]
    public async Task A_code_is_the_picture_of_one_address(string one, string other, bool areSame) =>
        Assert.Equal(areSame, await site.GetTextAsync(one) == await site.GetTextAsync(other));

    [Fact]
    public async Task A_code_is_an_SVG_without_anything_active_and_for_no_other_where_the_request_says_the_host()
    {
        using var response = await site.GetAsync("/qr/%22%3E%3Cscript%3E");
        var svg = await response.Content.ReadAsStringAsync();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/qr/%22%3E%3Cscript%3E");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _client.SendAsync(again);

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("script", svg, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task An_address_too_long_for_a_code_is_refused()
    {
        using var response = await site.GetAsync("/qr/" + new string('a', 1000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    private async Task<string> ReadAsync(string? reading)
    {
        using var response = await AskAsync(reading, null);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> AskAsync(string? reading, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guide");
        if (reading is not null)
            request.Headers.Add("Cookie", "other=1; reading=" + reading);
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await _client.SendAsync(request);
    }
}
