using Gongkai.Subscriptions.Texts;

namespace Gongkai.Subscriptions.Tests;

/// <summary>Mails say the same as text and as HTML, in three languages.</summary>
public sealed class MailBodyTests
{
    [Fact]
    public void What_is_said_is_text_in_the_one_and_escaped_in_the_other()
    {
        var body = new MailBody("zh-Hans").Paragraph("甲 < 乙 & \"丙\"").List([("<script>alert(1)</script>", "https://example.gov.cn/a?b=1&c=2", "2026-11-26 甲市\n乙局")]).Link("退订", "https://example.gov.cn/x?t=\"y\"");

        Assert.Equal("甲 < 乙 & \"丙\"\n\n- <script>alert(1)</script>\n  2026-11-26 甲市 乙局\n  https://example.gov.cn/a?b=1&c=2\n\nhttps://example.gov.cn/x?t=\"y\"\n\n", body.Text);
        Assert.DoesNotContain("<script", body.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.gov.cn/a?b=1&amp;c=2\"", body.Html, StringComparison.Ordinal);
        Assert.Contains("t=&quot;y&quot;", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_has_all_languages_and_the_same_places_for_values() => Assert.All(new MailTexts().All, text =>
    {
        Assert.Equal(MailTexts.Languages.Skip(1).Order(), text.Value.Keys.Order());
        Assert.All(text.Value.Values, one => Assert.Equal(PlacesOf(text.Key), PlacesOf(one)));
    });

    [Fact]
    public void Every_text_that_a_mail_says_is_translated()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrchardSite.sln")))
            folder = folder.Parent!;
        var said = Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "Gongkai.Subscriptions"), "*Mail.cs", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(file), "Say\\([^\"]*\"(?<text>[^\"]+)\"(?: : \"(?<text>[^\"]+)\")?", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)))
            .SelectMany(match => match.Groups["text"].Captures).Select(text => text.Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(said.Count > 10);
        Assert.Empty(said.Except(new MailTexts().All.Keys));
    }

    [Theory]
    [InlineData(null, "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("xx\r\nBcc: a@b.cn", "zh-Hans")]
    public void A_page_s_language_is_one_of_three(string? page, string expected) => Assert.Equal(expected, MailTexts.LanguageOf(page));

    private static string[] PlacesOf(string text) => [.. Enumerable.Range(0, 4).Select(place => $"{{{place}}}").Where(place => text.Contains(place, StringComparison.Ordinal))];
}
