using System.Net;

namespace OrchardSite.Tests.Languages;

/// <summary>Kept pages of one language are given to readers of no other.</summary>
public sealed class LanguageCacheTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private static readonly (string Prefix, string? Wish, string? Cookie, string Language, string LinksTo)[] Readers =
    [
        ("", null, null, "zh-Hans", "\"/catalogue\""),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", null, "zh-Hans", "\"/catalogue\""),
        ("", "en-US,en;q=0.9", null, "en", "\"/catalogue\""),
        ("", "zh-TW", null, "zh-Hant", "\"/catalogue\""),
        ("", "en", "language=zh-Hant", "zh-Hant", "\"/catalogue\""),
        ("/en", "zh-CN", null, "en", "\"/en/catalogue\""),
        ("/zh-hant", "en", "language=en", "zh-Hant", "\"/zh-hant/catalogue\""),
    ];

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Client.BaseAddress };

    public void Dispose() => _client.Dispose();

    /// <summary>All at once, on pages that nobody has asked for: those who wait for a page that is being made wait for their own.</summary>
    [Fact]
    public async Task Readers_of_several_languages_get_each_their_own_page_at_the_same_moment()
    {
        var asked = Enumerable.Range(0, 25).SelectMany(number => Readers.SelectMany(reader => Enumerable.Repeat((number, reader), 3))).ToList();

        var answers = await Task.WhenAll(asked.Select(async one => (one.reader, Html: await ReadAsync($"{one.reader.Prefix}/search?q=公开&size={one.number}&page=1&year={2000 + one.number}", one.reader))));

        Assert.All(answers, answer =>
        {
            Assert.Contains($"<html lang=\"{answer.reader.Language}\"", answer.Html, StringComparison.Ordinal);
            Assert.Contains("href=" + answer.reader.LinksTo, answer.Html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_page_that_only_the_browser_wished_in_its_language_is_another_to_caches()
    {
        using var plain = await AskAsync("/rules", Readers[0]);
        using var english = await AskAsync("/rules", Readers[2]);
        using var named = await AskAsync("/en/rules", Readers[5]);
        using var changed = await AskAsync("/rules", Readers[2], plain.Headers.ETag!.ToString());
        using var again = await AskAsync("/rules", Readers[2], english.Headers.ETag!.ToString());

        Assert.NotEqual(plain.Headers.ETag, english.Headers.ETag);
        Assert.NotNull(plain.Content.Headers.LastModified);
        Assert.Null(english.Content.Headers.LastModified);
        Assert.Equal(("Accept-Encoding, Accept-Language", "Accept-Encoding"), (english.Headers.Vary.ToString(), named.Headers.Vary.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (changed.StatusCode, again.StatusCode));
    }

    private async Task<HttpResponseMessage> AskAsync(string address, (string Prefix, string? Wish, string? Cookie, string Language, string LinksTo) reader, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (reader.Wish is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", reader.Wish);
        if (reader.Cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", reader.Cookie);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await _client.SendAsync(request);
    }

    private async Task<string> ReadAsync(string address, (string Prefix, string? Wish, string? Cookie, string Language, string LinksTo) reader)
    {
        using var response = await AskAsync(address, reader);
        return await response.Content.ReadAsStringAsync();
    }
}
