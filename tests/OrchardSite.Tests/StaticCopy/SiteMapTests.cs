using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>What of the site can stand in a copy, by its address alone.</summary>
public sealed class SiteMapTests
{
    private const string Origin = "https://www.example.gov.cn";

    private static readonly SiteMap Map = new(Origin, ["GongkaiTheme"], ["/search", "/api", "/admin", "/catalogue/beside", "/catalogue/list.csv", "/feeds/search.atom"], [""]);

    [Theory]
    [InlineData("/", "Page /")]
    [InlineData("https://www.example.gov.cn", "Page /")]
    [InlineData("HTTPS://WWW.EXAMPLE.GOV.CN/guide", "Page /guide")]
    [InlineData("/catalogue/topics/%E7%BB%BC%E5%90%88/", "Page /catalogue/topics/%E7%BB%BC%E5%90%88")]
    [InlineData("/catalogue?page=1", "Page /catalogue")]
    [InlineData("/catalogue?page=3", "Page /catalogue?page=3")]
    [InlineData("?page=3", "Page /questions/2026?page=3")]
    [InlineData("../guide", "Page /guide")]
    [InlineData("/entries/x?list=topic%3Dtopic-02", "Page /entries/x")]
    [InlineData("/entries/x?from=3.%E5%85%AC#s-1", "Page /entries/x #s-1")]
    [InlineData("/a/../../../etc/passwd", "Page /etc/passwd")]
    [InlineData("/media/%E9%99%84/a.pdf", "Media /media/%E9%99%84/a.pdf")]
    [InlineData("/media/a.jpg?width=480", "Media /media/a.jpg?width=480")]
    [InlineData("/media/a.jpg?width=481", "Media /media/a.jpg")]
    [InlineData("/GongkaiTheme/gongkai.css?v=abc", "Theme /GongkaiTheme/gongkai.css ?v=abc")]
    [InlineData("/feeds/catalogue/topics/x.atom", "Document /feeds/catalogue/topics/x.atom")]
    [InlineData("/sitemap.xml", "Document /sitemap.xml")]
    [InlineData("/feeds/all.atom?page=2", "Live /feeds/all.atom?page=2")]
    [InlineData("/feeds/search.atom?q=x", "Live /feeds/search.atom?q=x")]
    [InlineData("/catalogue?year=2021", "Live /catalogue?year=2021")]
    [InlineData("/catalogue?page=0", "Live /catalogue?page=0")]
    [InlineData("/catalogue?page=2&sort=oldest", "Live /catalogue?page=2&sort=oldest")]
    [InlineData("/catalogue/list.csv?topic=a", "Live /catalogue/list.csv?topic=a")]
    [InlineData("/catalogue/beside/x/next", "Live /catalogue/beside/x/next")]
    [InlineData("/search?q=1", "Live /search?q=1")]
    [InlineData("/searching", "Page /searching")]
    [InlineData("/SEARCH", "Live /SEARCH")]
    [InlineData("/admin/items", "Live /admin/items")]
    [InlineData("/en/catalogue", "Live /en/catalogue")]
    [InlineData("/english", "Page /english")]
    [InlineData("/a%2Fb", "Live /a%2Fb")]
    [InlineData("/a%00b", "Live /a%00b")]
    [InlineData("#top", "Foreign")]
    [InlineData("", "Foreign")]
    [InlineData("//elsewhere.example/x", "Foreign")]
    [InlineData("https://elsewhere.example/x", "Foreign")]
    [InlineData("https://www.example.gov.cn.evil.example/x", "Foreign")]
    [InlineData("mailto:a@b.example", "Foreign")]
    [InlineData("javascript:alert(1)", "Foreign")]
    [InlineData("data:text/plain,x", "Foreign")]
    [InlineData("\\\\evil\\x", "Foreign")]
    public void A_link_is_read(string link, string expected)
    {
        var read = Map.Read(link, "/questions/2026");

        Assert.Equal(expected, read.Kind switch
        {
            SiteLinkKind.Foreign => "Foreign",
            SiteLinkKind.Live => $"Live {read.Url}",
            _ => $"{read.Address!.Kind} {read.Address.Url}{Space(read.Query)}{Space(read.Fragment)}",
        });
    }

    [Fact]
    public void A_language_that_is_copied_is_copied() =>
        Assert.Equal("/en/catalogue", new SiteMap(Origin, [], ["/search"], ["/en"]).AddressOf("/en/catalogue")?.Url);

    [Fact]
    public void Capital_letters_part_files_and_not_pages()
    {
        Assert.Equal(Map.AddressOf("/Guide")!.Key, Map.AddressOf("/guide")!.Key);
        Assert.NotEqual(Map.AddressOf("/media/A.pdf")!.Key, Map.AddressOf("/media/a.pdf")!.Key);
    }

    private static string Space(string text) => text.Length == 0 ? "" : " " + text;
}
