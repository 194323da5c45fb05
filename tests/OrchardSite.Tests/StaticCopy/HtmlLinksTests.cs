using OrchardSite.StaticCopy;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>Links as a copy must have them.</summary>
public sealed class HtmlLinksTests
{
    private const string Page = "/questions/2026/3";
    private const string File = "questions/2026/3.html";

    [Theory]
    [InlineData("""<a href="/">x</a>""", """<a href="../../index.html">x</a>""")]
    [InlineData("""<a class="a" href="/questions/2026" rel="up">x</a>""", """<a class="a" href="../2026.html" rel="up">x</a>""")]
    [InlineData("""<a href='/questions?page=2'>x</a>""", """<a href="../../questions~2.html">x</a>""")]
    [InlineData("""<a href=/guide>x</a>""", """<a href="../../guide.html">x</a>""")]
    [InlineData("""<A HREF="/guide#a&amp;b">x</A>""", """<A href="../../guide.html#a&amp;b">x</A>""")]
    [InlineData("""<a href="https://www.example.gov.cn/guide">x</a>""", """<a href="../../guide.html">x</a>""")]
    [InlineData("""<a href="/missing" download>x</a>""", """<a download>x</a>""")]
    [InlineData("""<a href="/moved">x</a>""", """<a href="../../guide.html">x</a>""")]
    [InlineData("""<a href="https://elsewhere.example/">x</a>""", """<a href="https://elsewhere.example/">x</a>""")]
    [InlineData("""<link rel="stylesheet" href="/GongkaiTheme/gongkai.css?v=1&amp;x">""", """<link rel="stylesheet" href="../../GongkaiTheme/gongkai.css?v=1&amp;x">""")]
    [InlineData("""<link rel="canonical" href="https://www.example.gov.cn/questions/2026/3">""", """<link rel="canonical" href="https://www.example.gov.cn/questions/2026/3">""")]
    [InlineData("""a<link rel="search" href="/missing">b""", "ab")]
    [InlineData("""a<img src="/missing.png" alt="x">b""", "ab")]
    [InlineData("""<img src="/media/a.jpg" srcset="/media/a.jpg?width=480 480w, /media/b.jpg 960w">""", """<img src="../../media/a.jpg" srcset="../../media/a~480.jpg 480w">""")]
    [InlineData("""<form action="/search"><p>x</p></form>y""", "y")]
    [InlineData("""<form method="post" data-reading-help action="/reading"><button>x</button></form>""", """<form method="post" data-reading-help><button>x</button></form>""")]
    [InlineData("""<nav data-live><nav><a href="/search">x</a></nav></nav>y""", "y")]
    [InlineData("""<input data-suggest="/api/suggestions" name="q">""", """<input name="q">""")]
    [InlineData("""<!-- <a href="/guide"> --><script>'<a href="/guide">'</script>""", """<!-- <a href="/guide"> --><script>'<a href="/guide">'</script>""")]
    [InlineData("""1 < 2 <a href="/guide">""", """1 < 2 <a href="../../guide.html">""")]
    [InlineData("<a href=\"/guide", "<a href=\"../../guide.html\"")]
    [InlineData("<a", "<a")]
    [InlineData("<!--", "<!--")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"WebSite","potentialAction":{"@type":"SearchAction","target":"https://www.example.gov.cn/search?q={q}"}}]}</script>""", """<script type="application/ld+json">{"@graph":[{"@type":"WebSite"}]}</script>""")]
    [InlineData("""<script type="application/ld+json">{"potentialAction":</script>""", """<script type="application/ld+json">{"potentialAction":</script>""")]
    public void Relative_links_lead_to_files(string html, string expected) => Assert.Equal(expected, HtmlLinks.Rewrite(html, Page, File, Links(LinkStyle.Relative)));

    [Theory]
    [InlineData("""<a href="/">x</a>""", """<a href="https://www.example.gov.cn/">x</a>""")]
    [InlineData("""<a href="/questions?page=2">x</a>""", """<a href="https://www.example.gov.cn/questions~2">x</a>""")]
    [InlineData("""<img src="/media/a.jpg">""", """<img src="https://www.example.gov.cn/media/a.jpg">""")]
    public void Absolute_links_are_the_sites_own(string html, string expected) => Assert.Equal(expected, HtmlLinks.Rewrite(html, Page, File, Links(LinkStyle.Absolute)));

    [Theory]
    [InlineData("""<form class="s" action="/search"><input></form>""", """<form class="s" action="https://live.example/search"><input></form>""")]
    [InlineData("""<form action="/report" method="POST">x</form>y""", "y")]
    [InlineData("""<a href="/catalogue?year=2021#x">x</a>""", """<a href="https://live.example/catalogue?year=2021#x">x</a>""")]
    [InlineData("""<a href="/missing">x</a>""", """<a href="https://live.example/missing">x</a>""")]
    [InlineData("""<nav data-live class="n">x</nav>""", """<nav class="n">x</nav>""")]
    [InlineData("""<script type="application/ld+json">{"potentialAction":{"target":{"urlTemplate":"https://www.example.gov.cn/search?q={q}"}}}</script>""", """<script type="application/ld+json">{"potentialAction":{"target":{"urlTemplate":"https://live.example/search?q={q}"}}}</script>""")]
    public void What_only_a_server_answers_leads_to_the_running_site(string html, string expected) =>
        Assert.Equal(expected, HtmlLinks.Rewrite(html, Page, File, Links(LinkStyle.Relative, "https://live.example")));

    [Fact]
    public void A_page_that_stands_for_many_addresses_has_links_that_hold_at_each() =>
        Assert.Equal("""<a href="https://www.example.gov.cn/guide.html">x</a>""", HtmlLinks.Rewrite("""<a href="/guide">x</a>""", "/404.html", null, Links(LinkStyle.Relative)));

    [Theory]
    [InlineData("<urlset xmlns=\"s\"><url><loc>https://www.example.gov.cn/guide</loc></url>\n<url><loc>https://www.example.gov.cn/api</loc></url></urlset>", "/guide", "/api")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"a\"/><link rel=\"next\" href=\"b?page=2\"/></feed>", "self", "next")]
    [InlineData("<rss xmlns:atom=\"http://www.w3.org/2005/Atom\"><guid isPermaLink=\"true\">x</guid><atom:link rel=\"last\" href=\"b\"/></rss>", "isPermaLink=\"false\"", "last")]
    public void Files_for_programs_name_only_what_is_there(string xml, string kept, string left)
    {
        var written = System.Text.Encoding.UTF8.GetString(XmlLinks.Rewrite(System.Text.Encoding.UTF8.GetBytes(xml), Links(LinkStyle.Relative))!);

        Assert.Contains(kept, written, StringComparison.Ordinal);
        Assert.DoesNotContain(left, written, StringComparison.Ordinal);
    }

    private static LinkWriter Links(LinkStyle style, string? live = null)
    {
        var map = new SiteMap("https://www.example.gov.cn", ["GongkaiTheme"], ["/search", "/api", "/reading"], [""]);
        string[] there = ["/", "/guide", "/questions", "/questions?page=2", "/questions/2026", "/media/a.jpg", "/media/a.jpg?width=480", "/GongkaiTheme/gongkai.css"];
        var targets = new CopyTargets();
        foreach (var url in there)
            targets.Add(map.AddressOf(url)!);
        targets.Move(map.AddressOf("/moved")!, "/guide");
        return new(map, address => targets.Find(address, map), style, live);
    }
}
