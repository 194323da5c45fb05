using Gongkai.Review.Upkeep.Links;
using Microsoft.Extensions.Configuration;
using OrchardSite.Hosting;
using OrchardSite.Tests.Mailing;

namespace OrchardSite.Tests;

/// <summary>The configuration of the check of links to elsewhere.</summary>
public sealed class LinksSectionTests
{
    [Fact]
    public void Nothing_is_asked_unless_it_is_said() => Assert.Equal(new LinkCheckOptions(), LinksSection.Read(Of([])));

    [Fact]
    public void What_is_said_holds_and_the_site_says_who_asks()
    {
        var options = LinksSection.Read(Of(new() { ["Links:Check"] = "true", ["Links:Days"] = "30", ["Links:DeadAfterDays"] = "5", ["Site:BaseUrl"] = "https://www.example.gov.cn/" }));

        Assert.Equal((true, 30, 5, "GongkaiLinkCheck/1.0 (+https://www.example.gov.cn)"), (options.IsOn, options.Days, options.DeadAfterDays, options.UserAgent));
        Assert.Equal("Office/2", LinksSection.Read(Of(new() { ["Links:UserAgent"] = "Office/2", ["Site:BaseUrl"] = "https://www.example.gov.cn" })).UserAgent);
    }

    [Theory]
    [InlineData("Links:Check", "maybe")]
    [InlineData("Links:Days", "0")]
    [InlineData("Links:DeadAfterDays", "1")]
    [InlineData("Links:UserAgent", "甲市")]
    [InlineData("Links:UserAgent", "a\r\nHost: b")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value) =>
        Assert.Contains(key, Assert.Throws<SiteException>(() => LinksSection.Read(Of(new() { [key] = value }))).Message, StringComparison.Ordinal);

    private static IConfiguration Of(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemory(settings);
}
