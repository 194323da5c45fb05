using System.Text.Json;

namespace Gongkai.Content.Tests.Wordings;

public sealed class WordingTests
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["地址“{0}”太长，最多 {1} 个字符。"] = "At most {1} characters: “{0}” is too long.",
        ["应为{0}，得到的是{1}。"] = "This must be {0}; it is {1}.",
        ["数字"] = "a number",
        ["一个列表"] = "a list",
        ["只能是 {0}。"] = "Only {0}.",
        ["、"] = ", ",
        ["请写成 {{…}}：{0}。"] = "Write {{…}}: {0}.",
    };

    [Fact]
    public void An_interpolated_text_keeps_its_values_apart()
    {
        var (path, most) = ("guide", 1024);

        Wording wording = $"地址“{path}”太长，最多 {most} 个字符。";

        Assert.Equal("地址“{0}”太长，最多 {1} 个字符。", wording.Key);
        Assert.Equal(["guide", "1024"], wording.Texts);
        Assert.Equal("地址“guide”太长，最多 1024 个字符。", wording.ToString());
        Assert.Equal("At most 1024 characters: “guide” is too long.", wording.In(Translated));
    }

    [Fact]
    public void A_value_that_is_a_wording_is_translated_too()
    {
        Wording wording = $"应为{new Wording("数字")}，得到的是{new Wording("一个列表")}。";

        Assert.Equal("应为数字，得到的是一个列表。", wording.ToString());
        Assert.Equal("This must be a number; it is a list.", wording.In(Translated));
    }

    [Fact]
    public void A_list_of_values_is_joined_as_the_language_joins_it()
    {
        string[] extensions = ["pdf", "docx"];

        Wording wording = $"只能是 {extensions}。";

        Assert.Equal("只能是 pdf、docx。", wording.ToString());
        Assert.Equal("Only pdf, docx.", wording.In(Translated));
    }

    [Theory]
    [InlineData("{0} {1} {")]
    [InlineData("数字")]
    public void What_people_wrote_is_shown_as_it_is(string text) => Assert.Equal(text, Wording.AsWritten(text).In(Translated));

    [Fact]
    public void Braces_are_no_places()
    {
        Wording wording = $"请写成 {{…}}：{"{0}"}。";

        Assert.Equal("请写成 {…}：{0}。", wording.ToString());
        Assert.Equal("Write {…}: {0}.", wording.In(Translated));
    }

    [Fact]
    public void A_day_is_written_as_its_format_says()
    {
        Wording wording = $"不能早于 {new DateOnly(2026, 3, 1):yyyy-MM-dd}。";

        Assert.Equal("不能早于 2026-03-01。", wording.ToString());
    }

    [Fact]
    public void Several_sentences_stand_one_after_the_other() =>
        Assert.Equal("Only pdf. a number", Wording.Together([new("只能是 {0}。", "pdf"), new("数字")]).In(Translated));

    [Fact]
    public void What_is_stored_can_still_be_translated()
    {
        var wording = new Wording("应为{0}，得到的是{1}。", new Wording("数字"), (string[])["甲", "乙"]);

        var read = JsonSerializer.Deserialize<Wording>(JsonSerializer.Serialize(wording))!;

        Assert.Equal(wording, read);
        Assert.Equal("This must be a number; it is 甲, 乙.", read.In(Translated));
    }

    [Fact]
    public void A_text_that_was_stored_without_its_values_is_shown_as_it_is() =>
        Assert.Equal("没有处理。{0}", JsonSerializer.Deserialize<Wording>("\"没有处理。{0}\"")!.In(Translated));

    private static string Translated(string key) => English.GetValueOrDefault(key, key);
}
