namespace Gongkai.Content.Tests;

public sealed class MediaFieldTests
{
    private const string Multiple = """{"MediaFieldSettings":{"Multiple":true}}""";
    private const string Required = """{"MediaFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Paths":["2022/附件一.pdf"],"MediaTexts":["附件"]}""")]
    [InlineData(Multiple, """{"Paths":["a.pdf","b..c.pdf"]}""")]
    [InlineData(Required, """{"Paths":["a.pdf"]}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("MediaField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Paths":["a","b"]}""", "P.F.Paths")]
    [InlineData("{}", """{"Paths":[""]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["/etc/passwd"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["../secret"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["a/../../secret"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["a\\b"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["C:x"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["javascript:alert(1)"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["a//b"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["a\u0000b"]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"MediaTexts":"x"}""", "P.F.MediaTexts")]
    [InlineData(Required, """{"Paths":[]}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("MediaField", settings, value).Faults());

    [Fact]
    public void The_texts_of_its_files_are_searched() =>
        Assert.Equal(
            [new("P.F", "附件一", IndexedTextRole.Body)],
            Trial.OfField("MediaField", Multiple, """{"Paths":["a","b"],"MediaTexts":["附件一",""]}""").Contribution.Texts);
}
