using System.Net.Sockets;
using System.Text;
using CsCheck;
using Gongkai.Tests;

namespace OrchardSite.Tests;

public sealed class HostileRequestTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    public static TheoryData<string> Targets =>
    [
        "/%00", "/%", "/%zz", "/%c0%af", "/..%2f..%2fetc%2fpasswd", "/../../appsettings.json", "/GongkaiTheme/../Layout.liquid", "/GongkaiTheme/Layout.liquid",
        "/GongkaiTheme/%2e%2e/Layout.liquid", "/GongkaiTheme/..%5cLayout.liquid", "/GongkaiTheme/theme.json", "/entries/" + new string('a', 4000), "/catalogue/topics/" + string.Join('/', Enumerable.Repeat("a", 500)),
        "/search?q=%00", "/search?q=%ff%fe", "/search?q=*", "/search?q=%22%E6%9C%AA%E9%97%AD", "/search?q=(((((", "/search?q=AND%20OR%20NOT", "/search?q=-", "/search?q=%5B2021%5D", "/search?q=%F0%A0%AE%B7",
        "/search?q=%ED%A0%80", "/api/suggestions", "/api/suggestions?q=%00", "/api/suggestions?q=%ED%A0%80", "/api/suggestions?q=%27%27", "/api/suggestions?q=a&q=b", "/api/search/words?q=%00%2d%5d", "/guide?from=", "/guide?from=1.", "/guide?from=99999999999.a",
        "/guide?from=-1.a", "/guide?from=1.%00", "/guide?from=1.%ED%A0%80&from=2.a", "/guide?from=1." + new string('a', 4000), "/search?page=2147483647", "/search?page=-1", "/search?page=1e9", "/search?topic=%3Cscript%3E", "/search?sort=%27", "/search?since=0000-00-00", "/search?since=9999-12-31&until=0001-01-01",
        "/search?year=0000", "/search?year=9999", "/search?q=a&q=b&q=c", "/search?&&&===", "/catalogue?topic=topic-02&topic=%00", "/catalogue/topics//", "/catalogue/%2e%2e", "/interpretations/0", "/interpretations/99999999999",
        "/questions/-1", "/questions/2026/3/4", "/api/content/%00", "/api/content/..%2f", "/api/taxonomies/%20", "/api/search?size=-1", "/api/search?q=%F0%9F%98%80", "//", "/?q=<script>alert(1)</script>", "/search?q=<script>alert(1)</script>",
        "/search?q=" + "%E5%85%AC".PadRight(1500, 'a'), "/?" + new string('&', 3000), "*", "/search?topic=" + string.Join("&topic=", Enumerable.Range(0, 400)),
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task No_address_makes_the_server_fail(string target)
    {
        var answer = await SendAsync($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 [234]", answer);
        Assert.DoesNotContain("<script>alert", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Any_path_is_found_or_not_found()
    {
        var pieces = new[] { "/", "//", ".", "..", "%2e", "%2f", "%5c", "%00", "%", "%e4%b8", "a", "entries", "guide", "Contents/ContentItems/", "services", "catalogue", "topics", "?page=2", "?", "#", ";", "%20", "%25", "é" };
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Array[0, 7].Select(chosen => string.Concat(chosen.Select(i => pieces[i]))), Gen.String[0, 40].Select(Uri.EscapeDataString)).Sample(path =>
        {
            var answer = SendAsync($"GET /{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").GetAwaiter().GetResult();
            Assert.Matches("^HTTP/1.1 [234]", answer);
        }, iter: 200, time: Fuzz.Seconds, threads: 1);
    }

    [Theory]
    [InlineData("Host: <script>")]
    [InlineData("Host: x\r\nAccept-Encoding: ,,;q=,br;q=x")]
    [InlineData("Host: x\r\nAccept-Language: ************")]
    [InlineData("Host: x\r\nX-Forwarded-Host: evil\r\nX-Original-URL: /admin")]
    [InlineData("Host: x\r\nIf-None-Match: \"\0\"")]
    [InlineData("Host: x\r\nRange: bytes=-1--5")]
    [InlineData("Host: x\r\nCookie: a=\u4e2d")]
    public async Task No_header_makes_the_server_fail(string headers)
    {
        var answer = await SendAsync($"GET / HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 [234]", answer);
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/api/search")]
    [InlineData("DELETE", "/api/content/guide")]
    [InlineData("TRACE", "/")]
    [InlineData("PROPFIND", "/entries/014319626-2022-00001")]
    public async Task Only_reading_is_possible(string method, string target)
    {
        var answer = await SendAsync($"{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 405", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/none")]
    [InlineData("/api/search")]
    [InlineData("/GongkaiTheme/gongkai.css")]
    public async Task Every_answer_has_the_security_headers(string address)
    {
        using var response = await site.GetAsync(address);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", site.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
