using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Gongkai.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Every public address that can be read, with whatever parameters and headers: a page or a clear refusal, nothing of the query unescaped, one canonical address. Longer by <c>GONGKAI_FUZZ_SECONDS</c>.</summary>
public sealed partial class AnyRequestTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    /// <summary>What no page has by itself and no page may have as it stands.</summary>
    private const string Mark = "\"'><zq>&";

    // A page takes milliseconds; a server that goes astray takes for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Segments =
    [
        "topics", "genres", "issuers", "audiences", "%E4%BC%81%E4%B8%9A", "%E7%BB%BC%E5%90%88%E6%94%BF%E5%8A%A1", "standards", "%E4%B9%89%E5%8A%A1%E6%95%99%E8%82%B2", "%E5%8E%BF%E7%BA%A7", "guide", "entries", "000000102-2025-00003", "sample-entry-06",
        "sample-standard-02", "2025", "2026", "3", "0", "-1", "99999999999999999999", "all.atom", "catalogue.rss", "search.atom", "lists", "1.xml", "columns.xml", "after", "a.jsonld", "list.csv", "..", "%2e%2e", "%2f", "%5c", "%00", "%0d%0a", "%ff", "%e4%b8",
        "%ED%A0%80", "%F0%A0%AE%B7", "%E2%80%AE", "%EF%BB%BF", "%20", "+", "~", "@", ";a=b", "CATALOGUE", Uri.EscapeDataString(Mark), new('a', 300),
    ];

    private static readonly string[] Names = ["q", "type", "topic", "genre", "issuer", "year", "validity", "audience", "standard", "since", "until", "sort", "page", "size", "list", "from", "under", "after", "Q", "PAGE", "utm_source", "%00", "", "%ED%A0%80", Uri.EscapeDataString(Mark)];

    private static readonly string[] Values =
    [
        "", "1", "2", "0", "-1", "9", "500", "2147483647", "99999999999999999999", "1e3", "%EF%BC%91", "2025", "0000", "2021-12-31", "0001-01-01", "9999-12-31", "2021-02-30", "newest", "oldest", "relevance", "topic-02", "genre-05", "DisclosureEntry", "QaIssue",
        "%E5%85%AC%E5%BC%80", "%E4%BC%81%E4%B8%9A", "sample-standard-02", "questions%2F2025%2F", "all", "sort%3Doldest", "q%3D%2525", "3.%E5%85%AC%E5%BC%80", "%00", "%ff", "%e4%b8", "%ED%A0%80", "%F0%9F%98%80", "%0d%0aX-Odd:1", "%", "%zz", "*", "(((", "%22", "%5B", "a%26b", "'",
        Uri.EscapeDataString(Mark), Mark.Replace("&", "", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal), new('a', 600), string.Concat(Enumerable.Repeat("%E5%85%AC", 200)),
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept-Language", string.Join(',', Enumerable.Repeat("zh-Hant-TW;q=0.5", 400))), ("Accept-Language", "*;q=,,,;q=2,x-" + new string('y', 5000)), ("Accept-Language", "\"'><zq>"), ("Accept-Encoding", "br;q=x,,gzip;q=0.0001"), ("Accept-Encoding", "*"),
        ("Accept", "\"'><zq>/*;q=9"), ("If-None-Match", "W/\"\", *, \"a"), ("If-Modified-Since", "yesterday"), ("Range", "bytes=9-1"), ("Cookie", "reading=large.<zq>;;;=;reading=elder"), ("Cookie", "reading=" + new string('x', 3000)), ("Referer", "http://x/?list=%ED%A0%80"),
        ("X-Forwarded-Host", "\"'><zq>"), ("X-Forwarded-Proto", "javascript"), ("X-HTTP-Method-Override", "DELETE"), ("User-Agent", new string('u', 4000)),
    ];

    [Fact]
    public async Task Any_request_gets_a_page_or_a_clear_refusal_and_one_canonical_address()
    {
        var patterns = Patterns();
        Assert.True(patterns.Count > 30, string.Join('\n', patterns.Select(pattern => pattern.RawText)));
        var canonical = new HashSet<string>(StringComparer.Ordinal);
        var pairs = Gen.Select(OneOf(Names), OneOf(Values), (name, value) => $"{name}={value}").Array[0, 4];
        var requests = Gen.Select(OneOf([.. patterns]), OneOf(Segments).Array[4, 4], pairs, OneOf(Headers).Array[0, 2],
            (pattern, segments, query, headers) => (Address: Fill(pattern, segments) + (query.Length == 0 ? "" : "?" + string.Join('&', query)), Headers: headers));

        requests.Sample(request => Check(request.Address, request.Headers, canonical), iter: 5_000, time: Fuzz.Seconds, threads: 1,
            print: request => $"{request.Address}\n{string.Join('\n', request.Headers)}");

        Assert.True(canonical.Count > 10, string.Join('\n', canonical));
        foreach (var address in canonical)
        {
            using var page = await site.GetAsync(address);
            Assert.True(page.StatusCode == HttpStatusCode.OK, $"{address}: {page.StatusCode}");
            Assert.Equal(address, CanonicalOf(await page.Content.ReadAsStringAsync()));
        }
    }

    /// <summary>What can be read by anybody: the desk is none of it.</summary>
    private List<RoutePattern> Patterns() =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern).Where(pattern => pattern.RawText?.StartsWith("/admin", StringComparison.OrdinalIgnoreCase) == false && pattern.RawText?.StartsWith("admin", StringComparison.OrdinalIgnoreCase) == false),
    ];

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Fill(RoutePattern pattern, string[] segments)
    {
        var next = 0;
        var parts = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { IsCatchAll: true } => string.Join('/', segments[next..]),
            _ => segments[next++ % segments.Length],
        })));
        return "/" + string.Join('/', parts);
    }

    private void Check(string address, IEnumerable<(string Name, string Value)> headers, HashSet<string> canonical)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var patience = new CancellationTokenSource(Patience);
        using var response = site.Client.Send(request, patience.Token);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var text = response.Content.Headers.ContentEncoding.Count == 0 ? reader.ReadToEnd() : "";

        Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode}\n{text}");
        Assert.False(response.Headers.Contains("X-Odd"));
        if (response.StatusCode == HttpStatusCode.NotModified || text.Length == 0)
            return;
        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/html":
                Assert.DoesNotContain("<zq", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("\"'>", text, StringComparison.Ordinal);
                if (response.StatusCode == HttpStatusCode.OK && CanonicalOf(text) is { } found)
                    canonical.Add(found);
                else
                    Assert.Contains("<meta name=\"robots\" content=\"noindex\">", text, StringComparison.Ordinal);
                break;
            case { } type when type.EndsWith("json", StringComparison.Ordinal):
                JsonDocument.Parse(text).Dispose();
                break;
            case { } type when type.EndsWith("xml", StringComparison.Ordinal):
                Assert.NotNull(XDocument.Parse(text).Root);
                Assert.DoesNotContain("<zq", text, StringComparison.OrdinalIgnoreCase);
                break;
        }
    }

    /// <summary>The page's canonical address; a number of a page is all that it may ask.</summary>
    private static string? CanonicalOf(string html)
    {
        var links = Canonical().Matches(html);
        if (links.Count == 0)
            return null;
        var address = WebUtility.HtmlDecode(Assert.Single(links).Groups["url"].Value);
        Assert.Matches(@"^/[^?#\s]*(\?page=[1-9][0-9]*)?$", address);
        return address;
    }

    [GeneratedRegex("<link rel=\"canonical\" href=\"(?<url>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Canonical();
}
