namespace Gongkai.Content.Tests;

public sealed class MediaFieldTests
{
    private const string Multiple = """{"MediaFieldSettings":{"Multiple":true}}""";
    private const string Single = """{"MediaFieldSettings":{"Multiple":false}}""";
    private const string Pdf = """{"MediaFieldSettings":{"AllowedExtensions":[".pdf",".docx"]}}""";
    private const string Textless = """{"MediaFieldSettings":{"AllowMediaText":false}}""";
    private const string Required = """{"MediaFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Paths":["2022/附件一.pdf"],"MediaTexts":["附件"]}""")]
    [InlineData(Multiple, """{"Paths":["a.pdf","b..c.pdf"]}""")]
    [InlineData("{}", """{"Paths":["a.pdf","b.pdf"]}""")]
    [InlineData(Pdf, """{"Paths":["a.PDF"]}""")]
    [InlineData(Textless, """{"Paths":["a.pdf"],"MediaTexts":[""]}""")]
    [InlineData(Required, """{"Paths":["a.pdf"]}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("MediaField", settings, value).Faults());

    [Theory]
    [InlineData(Single, """{"Paths":["a","b"]}""", "P.F.Paths")]
    [InlineData(Pdf, """{"Paths":["a.pdf","b.exe"]}""", "P.F.Paths[1]")]
    [InlineData(Pdf, """{"Paths":["pdf"]}""", "P.F.Paths[0]")]
    [InlineData(Textless, """{"Paths":["a.pdf"],"MediaTexts":["文"]}""", "P.F.MediaTexts")]
    [InlineData("{}", """{"Paths":[""]}""", "P.F.Paths[0]")]
    [InlineData("{}", """{"Paths":["//etc/passwd"]}""", "P.F.Paths[0]")]
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
    public void A_path_that_begins_with_a_slash_is_the_same_file()
    {
        var trial = Trial.OfField("MediaField", Multiple, """{"Paths":["/a/b.png"]}""");

        Assert.Empty(trial.Faults());
        Assert.Equal(["a/b.png"], trial.Contribution.Media);
    }

    [Fact]
    public void The_texts_of_its_files_are_searched() =>
        Assert.Equal(
            [new("P.F", "附件一", IndexedTextRole.Body)],
            Trial.OfField("MediaField", Multiple, """{"Paths":["a","b"],"MediaTexts":["附件一",""]}""").Contribution.Texts);
}
