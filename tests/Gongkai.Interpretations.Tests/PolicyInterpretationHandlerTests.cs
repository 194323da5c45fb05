using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Interpretations.Tests;

public sealed class PolicyInterpretationHandlerTests
{
    [Theory]
    [InlineData("2025-12-31T15:59:59Z", "2025-12-31", "interpretations/2025/a")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01", "interpretations/2026/a")]
    public async Task Day_and_year_of_publication_are_those_of_the_site_s_time_zone(string publishedUtc, string day, string route)
    {
        var item = Interpretation(publishedUtc, """{ }""");

        await PublishAsync(item);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), item.As<PolicyInterpretationPart>().PublishedOn);
        Assert.Equal(route, AutoroutePart.RouteOf(item));
    }

    [Fact]
    public async Task A_day_and_an_address_that_are_given_are_kept()
    {
        var item = Interpretation("2025-12-31T16:00:00Z", """{ "PublishedOn": { "Value": "2021-05-01T00:00:00Z" } }""");
        item.EnsurePart("AutoroutePart")["Path"] = "interpretations/2021/own";

        await PublishAsync(item);

        Assert.Equal(new DateOnly(2021, 5, 1), item.As<PolicyInterpretationPart>().PublishedOn);
        Assert.Equal("interpretations/2021/own", AutoroutePart.RouteOf(item));
    }

    [Fact]
    public async Task Items_of_other_types_are_left_alone()
    {
        var item = new ContentItem("Page", "a");

        await PublishAsync(item);

        Assert.Equal(["ContentItemId", "ContentType"], item.Json.Select(property => property.Key));
    }

    private static ContentItem Interpretation(string publishedUtc, string part) => new(new JsonObject
    {
        ["ContentItemId"] = "a",
        ["ContentType"] = "PolicyInterpretation",
        ["PublishedUtc"] = publishedUtc,
        ["PolicyInterpretation"] = JsonNode.Parse(part),
    });

    private static async Task PublishAsync(ContentItem item)
    {
        var site = new SiteSettings(new NoSettings(), new("s", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")), TimeProvider.System);
        await ((IContentHandler)new PolicyInterpretationHandler(site)).PublishingAsync(new(item, ItemState.None, new NoCounters(), isImport: false), CancellationToken.None);
    }

    private sealed class NoSettings : ISettings
    {
        public JsonObject Get(string name) => [];

        public Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default) => throw new NotSupportedException("read only");
    }

    private sealed class NoCounters : ICounters
    {
        public Task<long> NextAsync(string name, CancellationToken cancellationToken = default) => throw new NotSupportedException("an interpretation has no number");

        public Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default) => throw new NotSupportedException("an interpretation has no number");

        public Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default) => throw new NotSupportedException("an interpretation has no number");
    }
}
