namespace Gongkai.Content.Tests;

public sealed class PublicJsonTests
{
    private static readonly DefinitionSnapshot Definitions = new(
        [Trial.Type("T", ("TitlePart", "TitlePart", "{}"), ("P", "P", "{}"), ("Foreign", "GeoPart", "{}"))],
        [new("P", DefinitionSettings.None, [new("Known", "TextField", DefinitionSettings.None), new("Place", "GeoPointField", DefinitionSettings.None)])]);

    [Fact]
    public void Owner_author_and_everything_unknown_stay_inside()
    {
        var item = new ContentItem(Trial.Json(
            """
            {"Secret":1,"ContentItemId":"a","ContentItemVersionId":"v","ContentType":"T","DisplayText":"x","Latest":true,"Published":true,
             "CreatedUtc":"2022-01-20T01:00:00Z","Owner":"o","Author":"p","TitlePart":{"Title":"x","Note":"n"},
             "P":{"Known":{"Text":"y","Draft":"z"},"Place":{"Latitude":1},"Unknown":{"Text":"u"}},"Foreign":{"Place":"<p>"},"Other":{"Text":"t"}}
            """));

        Assert.Equal(
            """{"ContentItemId":"a","ContentItemVersionId":"v","ContentType":"T","DisplayText":"x","Latest":true,"Published":true,"CreatedUtc":"2022-01-20T01:00:00Z","TitlePart":{"Title":"x"},"P":{"Known":{"Text":"y"}},"Foreign":{}}""",
            PublicJson.Of(item, Definitions).ToJsonString());
    }

    [Fact]
    public void Of_an_unknown_type_only_the_envelope_is_public() =>
        Assert.Equal(
            """{"ContentItemId":"a","ContentType":"U"}""",
            PublicJson.Of(new(Trial.Json("""{"ContentItemId":"a","ContentType":"U","P":{"Known":{"Text":"y"}}}""")), Definitions).ToJsonString());

    [Fact]
    public void The_item_itself_is_not_touched()
    {
        var item = new ContentItem(Trial.Json("""{"ContentType":"T","Owner":"o","P":{"Known":{"Text":"y","Draft":"z"}}}"""));
        var before = item.Json.ToJsonString();

        PublicJson.Of(item, Definitions)["P"]!["Known"]!["Text"] = "changed";

        Assert.Equal(before, item.Json.ToJsonString());
    }
}
