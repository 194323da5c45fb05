using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

public sealed class SiteSettingsTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void What_is_stored_goes_before_what_is_configured()
    {
        var site = Site("""{"SiteName":"乙市","PageSize":50,"TimeZoneId":"UTC","GongkaiSettings":{"SampleSite":true},"SearchSettings":{"DefaultIndexProfileName":"SiteSearch"}}""");

        Assert.Equal(("乙市", 50, "UTC", true, "SiteSearch"), (site.SiteName, site.PageSize, site.TimeZone.Id, site.IsSample, site.IndexProfileName));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"SiteName":"","PageSize":0,"TimeZoneId":"Nowhere/Else","GongkaiSettings":[],"SearchSettings":3}""")]
    [InlineData("""{"SiteName":3,"PageSize":"many","TimeZoneId":null}""")]
    [InlineData("""{"PageSize":101}""")]
    public void What_is_not_usable_falls_back(string stored)
    {
        var site = Site(stored);

        Assert.Equal(("甲市", 20, "Asia/Shanghai", false, null), (site.SiteName, site.PageSize, site.TimeZone.Id, site.IsSample, site.IndexProfileName));
    }

    [Theory]
    [InlineData("2021-12-31T15:59:59Z", "2021-12-31")]
    [InlineData("2021-12-31T16:00:00Z", "2022-01-01")]
    public void A_day_is_the_sites_own(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Site("{}").DayOf(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal)));

    [Fact]
    public void A_changed_document_is_read_again()
    {
        var stored = new Stamped { Json = """{"SiteName":"乙市"}""" };
        var site = new SiteSettings(stored, new("甲市", China), TimeProvider.System);
        Assert.Equal(("乙市", "乙市", 1), (site.SiteName, site.SiteName, stored.Reads));

        stored.Json = """{"SiteName":"丙市"}""";
        Assert.Equal(("丙市", 2), (site.SiteName, stored.Reads));
    }

    private static SiteSettings Site(string stored) => new(new Stored(stored), new("甲市", China), TimeProvider.System);

    private sealed class Stored(string site) : ISettings
    {
        public JsonObject Get(string name) => name == SettingsNames.Site ? Trial.Json(site) : [];

        public Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class Stamped : ISettings
    {
        public required string Json { get; set; }

        public int Reads { get; private set; }

        public JsonObject Get(string name)
        {
            Reads++;
            return Trial.Json(Json);
        }

        public object StampOf(string name) => Json;
    }
}
