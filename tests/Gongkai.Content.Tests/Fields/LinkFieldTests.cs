namespace Gongkai.Content.Tests;

public sealed class LinkFieldTests
{
    private const string Required = """{"LinkFieldSettings":{"Required":true}}""";
    private const string WithText = """{"LinkFieldSettings":{"LinkTextMode":1}}""";
    private const string WithTextByName = """{"LinkFieldSettings":{"LinkTextMode":"Required"}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Url":null,"Text":null,"Target":null}""")]
    [InlineData("{}", """{"Url":"https://example.gov.cn/a?b=c:d","Text":"文","Target":"_blank"}""")]
    [InlineData("{}", """{"Url":"/guide"}""")]
    [InlineData("{}", """{"Url":"~/guide"}""")]
    [InlineData("{}", """{"Url":"#附件"}""")]
    [InlineData("{}", """{"Url":"a/b:c"}""")]
    [InlineData("{}", """{"Url":"mailto:a@b.cn"}""")]
    [InlineData("{}", """{"Url":"TEL:12345"}""")]
    [InlineData(WithText, """{"Url":"/guide","Text":"指南"}""")]
    [InlineData(WithText, """{}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("LinkField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Url":3}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"/","Target":"frame"}""", "P.F.Target")]
    [InlineData(Required, """{"Text":"文"}""", "P.F")]
    [InlineData(WithText, """{"Url":"/guide"}""", "P.F.Text")]
    [InlineData(WithTextByName, """{"Url":"/guide","Text":" "}""", "P.F.Text")]
    [InlineData("{}", """{"Url":"javascript:alert(1)"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"JavaScript:alert(1)"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"java\u0009script:alert(1)"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":" javascript:alert(1)"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"data:text/html,x"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"vbscript:x"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"file:///etc/passwd"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"//evil.example"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"\\\\evil.example"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"https://a.example/\u0022onclick=x"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"x y"}""", "P.F.Url")]
    [InlineData("{}", """{"Url":"<a>"}""", "P.F.Url")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("LinkField", settings, value).Faults());

    [Fact]
    public void A_hostile_address_that_came_before_its_definition_is_not_public() =>
        Assert.Equal("""{"F":{"Text":"x"}}""", Trial.OfField("LinkField", "{}", """{"Url":"javascript:alert(1)","Text":"x"}""").Public);

    [Theory]
    [InlineData("{}", "文")]
    [InlineData("""{"LinkFieldSettings":{"LinkTextMode":2,"DefaultText":"固定"}}""", "固定")]
    [InlineData("""{"LinkFieldSettings":{"LinkTextMode":"Url"}}""", "/guide")]
    public void Its_text_is_the_one_that_the_settings_ask_for(string settings, string text) =>
        Assert.Equal(text, LinkField.TextOf(new("F", "LinkField", Trial.Settings(settings)), Trial.Json("""{"Url":"/guide","Text":"文"}""")));
}
