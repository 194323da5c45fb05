using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd;

/// <summary>What a page costs a reader: bytes over the wire, files, movement.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class PageWeightTests(SiteInBrowser site)
{
    private const int MostBytesOfPage = 50 * 1024;
    private const int MostBytesOfScript = 10 * 1024;

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/catalogue", "br")]
    [InlineData("?type=DisclosureEntry&q=年度报告", "br")]
    [InlineData("?type=QaIssue", "br")]
    [InlineData("/search?q=政府信息公开", "br")]
    [InlineData("/", "gzip")]
    [InlineData("?type=DisclosureEntry&q=年度报告", "gzip")]
    public async Task A_page_with_its_style_and_script_is_small(string page, string encoding)
    {
        var address = page[0] == '?' ? (await site.SearchAsync(page[1..]))[0] : page;
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site.Address };
        using var plain = new HttpClient { BaseAddress = site.Address };
        var html = await plain.GetStringAsync(new Uri(address, UriKind.Relative));
        var styles = Style().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["file"].Value)).ToArray();
        var scripts = Script().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["file"].Value)).ToArray();

        var bytes = await BytesAsync(client, address, encoding);
        var bytesOfStyle = await BytesAsync(client, Assert.Single(styles), encoding);
        var bytesOfScript = await BytesAsync(client, Assert.Single(scripts), encoding);

        Assert.InRange(bytesOfScript, 1, MostBytesOfScript);
        Assert.InRange(bytes + bytesOfStyle + bytesOfScript, 1, MostBytesOfPage);
    }

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/catalogue", 1280)]
    [InlineData("?type=DisclosureEntry&q=财政预算", 390)]
    [InlineData("?type=QaIssue", 1280)]
    [InlineData("/search?q=政府信息公开", 390)]
    public async Task Nothing_moves_while_a_page_comes(string page, int width)
    {
        await using var window = await site.OpenAsync(width);
        await window.ChooseReadingAsync("larger.elder.line");
        await window.Page.AddInitScriptAsync("window.moved = []; new PerformanceObserver(list => { for (const entry of list.getEntries()) moved.push(entry.value + ' ' + entry.sources.map(source => source.node?.outerHTML?.slice(0, 80)).join(' | ')); }).observe({ type: 'layout-shift', buffered: true });");

        await window.Page.GotoAsync(page[0] == '?' ? (await site.SearchAsync(page[1..]))[0] : page, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Window.AssertNone(await window.Page.EvaluateAsync<string[]>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(moved))))"));
    }

    private static async Task<int> BytesAsync(HttpClient client, string address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<file>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Style();

    [GeneratedRegex("<script src=\"(?<file>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
