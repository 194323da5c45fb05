namespace Gongkai.Content.Tests;

public sealed class TextFieldTests
{
    private const string Options = """{"TextFieldPredefinedListEditorSettings":{"Options":[{"name":"现行有效","value":"现行有效"},{"name":"废止","value":"废止"}]}}""";
    private const string Email = """{"ContentPartFieldSettings":{"Editor":"Email"}}""";
    private const string Tel = """{"ContentPartFieldSettings":{"Editor":"Tel"}}""";
    private const string Url = """{"ContentPartFieldSettings":{"Editor":"Url"}}""";
    private const string Color = """{"ContentPartFieldSettings":{"Editor":"Color"}}""";
    private const string Required = """{"TextFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{}""")]
    [InlineData("{}", """{"Text":null}""")]
    [InlineData("{}", """{"Text":"任意"}""")]
    [InlineData("{}", """{"Text":"任意","Unknown":3}""")]
    [InlineData(Required, """{"Text":"任意"}""")]
    [InlineData(Options, """{"Text":"废止"}""")]
    [InlineData(Options, """{"Text":""}""")]
    [InlineData(Email, """{"Text":"office@example.gov.cn"}""")]
    [InlineData(Tel, """{"Text":"+86 (10) 1234-5678 转 12"}""")]
    [InlineData(Url, """{"Text":"https://example.gov.cn/a?b=c"}""")]
    [InlineData(Color, """{"Text":"#c8102E"}""")]
    [InlineData(Color, """{"Text":""}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("TextField", settings, value).Faults());

    [Theory]
    [InlineData("{}", "\"文\"", "P.F")]
    [InlineData("{}", "[]", "P.F")]
    [InlineData("{}", """{"Text":3}""", "P.F.Text")]
    [InlineData("{}", """{"Text":["a"]}""", "P.F.Text")]
    [InlineData("{}", """{"Text":"\ud800"}""", "P.F.Text")]
    [InlineData(Required, null, "P.F")]
    [InlineData(Required, """{"Text":" \n"}""", "P.F")]
    [InlineData(Options, """{"Text":"有效"}""", "P.F.Text")]
    [InlineData(Email, """{"Text":"office"}""", "P.F.Text")]
    [InlineData(Email, """{"Text":"a@b@c"}""", "P.F.Text")]
    [InlineData(Email, """{"Text":"<a@b>"}""", "P.F.Text")]
    [InlineData(Tel, """{"Text":"电话"}""", "P.F.Text")]
    [InlineData(Url, """{"Text":"javascript:alert(1)"}""", "P.F.Text")]
    [InlineData(Color, """{"Text":"red"}""", "P.F.Text")]
    [InlineData(Color, """{"Text":"#c8102g"}""", "P.F.Text")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("TextField", settings, value).Faults());

    [Fact]
    public void A_draft_may_lack_a_required_text() => Assert.Empty(Trial.OfField("TextField", Required, null).Faults(publish: false));

    [Fact]
    public void A_value_outside_the_list_is_told_what_would_be_right() =>
        Assert.Equal("“F”的值“有效”不在可选范围内，应为以下之一：现行有效、废止。", Assert.Single(Trial.OfField("TextField", Options, """{"Text":"有效"}""").Errors()).Message);

    [Fact]
    public void Its_value_can_be_filtered_by_and_is_searched_only_when_included()
    {
        var plain = Trial.OfField("TextField", "{}", """{"Text":"文"}""").Contribution;
        var included = Trial.OfField("TextField", """{"LuceneContentIndexSettings":{"Included":true}}""", """{"Text":"文"}""").Contribution;
        var keyword = Trial.OfField("TextField", """{"LuceneContentIndexSettings":{"Included":true,"Keyword":true}}""", """{"Text":"文"}""").Contribution;

        Assert.Equal([new("P.F", "文")], plain.Values);
        Assert.Empty(plain.Texts);
        Assert.Equal([new("P.F", "文", IndexedTextRole.Body)], included.Texts);
        Assert.Equal([new("P.F", "文", IndexedTextRole.Number)], keyword.Texts);
    }

    [Fact]
    public void Only_its_text_is_public() => Assert.Equal("""{"F":{"Text":"x"}}""", Trial.OfField("TextField", "{}", """{"Secret":1,"Text":"x"}""").Public);
}
