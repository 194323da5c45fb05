using CsCheck;
using Gongkai.Content;
using Gongkai.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Markup.Tests;

public sealed class MarkupPipelineTests
{
    private static readonly string[] TextPieces =
    [
        "第一条", "（一）", "一、", "　　", " ", "    ", "\n", "\n\n", "\r\n", "1. ", "2. ", "1.", "2021. ", "- ", "* ", "> ", "# ", "## ", "甲", "乙", "*", "**", "~~", "_", "`", "```\n", "|", "\n|---|--:|\n",
        "\n| 甲 | 乙 |\n", "---\n", "===\n", "+---+\n", "<", ">", "&", "\"", "'", "&lt;", "&#60;", "&nbsp;", "\\", "(", ")", "]", "。", "x", "2*3", "\0", "\ud800", "𠮷", "\u00a0", "~", "^", ":", "{.a}",
    ];

    private static readonly string[] HostilePieces =
    [
        .. TextPieces, "[", "](", "![", "[^1]", "[^1]: ", "[a]: javascript:x\n", "[a]", "javascript:", "JAVA\tSCRIPT:", "data:text/html,", "//evil.example", "https://a.example", "<https://a.example>", "<javascript:x>",
        "<a href=", "<a href=\"", "<img src=", " onerror=alert(1) ", " style=position:fixed ", " id=x ", " class=x ", "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<script>", "</script>", "<style>",
        "</style>", "<svg>", "</svg>", "<math>", "<template>", "<noscript>", "</noscript>", "<textarea>", "<title>", "<xmp>", "<plaintext>", "<iframe>", "<form>", "<select>", "<option>", "<b>", "</b>", "<h1>", "<!--", "-->",
        "<![CDATA[", "]]>", "<?", "/>", "=", "<frameset>", "<body onload=x>", "<html>", "<a>", "<li>", "<pre>\n", "<br>", "<ruby><rt>",
    ];

    // A heading of one character carries its id, a link its rel, a table its frame.
    private const int LongestForOneCharacter = 120;

    private readonly MarkupPipeline _markup = new();
    private readonly TightSanitizer _sanitizer = new();

    [Fact]
    public void Text_that_skips_the_sanitiser_is_what_the_sanitiser_would_have_left() =>
        TextOf(TextPieces).Sample(
            source =>
            {
                var html = _markup.ToHtml(source, MarkupFormat.Markdown);
                Assert.Equal(CleanHtml.Canonical(html), CleanHtml.Canonical(_sanitizer.Sanitize(html)));
            },
            iter: 3_000, time: Fuzz.Seconds);

    [Fact]
    public void Whatever_is_written_in_Markdown_comes_out_clean() =>
        TextOf(HostilePieces).Sample(source => CleanHtml.AssertClean(_markup.ToHtml(source, MarkupFormat.Markdown)), iter: 3_000, time: Fuzz.Seconds);

    [Fact]
    public void Whatever_is_written_in_HTML_comes_out_clean() =>
        TextOf(HostilePieces).Sample(source => CleanHtml.AssertClean(_markup.ToHtml(source, MarkupFormat.Html)), iter: 3_000, time: Fuzz.Seconds);

    [Fact]
    public void Any_characters_come_out_clean_and_not_much_longer() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 300], TextOf(HostilePieces)), Gen.Enum<MarkupFormat>()).Sample(
            (source, format) =>
            {
                var html = _markup.ToHtml(source, format);
                CleanHtml.AssertClean(html);
                Assert.True(html.Length <= 1_000 + (source.Length * LongestForOneCharacter), $"{source.Length} characters became {html.Length}.");
            },
            iter: 3_000, time: Fuzz.Seconds);

    [Fact]
    public void Clean_HTML_stays_as_it_is() =>
        TextOf(HostilePieces).Sample(
            source =>
            {
                var once = CleanHtml.Canonical(_markup.ToHtml(source, MarkupFormat.Html));
                Assert.Equal(once, CleanHtml.Canonical(_markup.ToHtml(once, MarkupFormat.Html)));
            },
            iter: 1_000, time: Fuzz.Seconds);

    [Fact]
    public void Several_threads_get_what_one_would() =>
        Parallel.For(0, 64, i => Assert.Equal($"<p>{i}<a href=\"/a\">b</a></p>\n", _markup.ToHtml($"{i}[b](/a)", MarkupFormat.Markdown)));

    [Theory]
    [InlineData(">", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("![", 10_000)]
    [InlineData("[a](", 100_000)]
    [InlineData("- ", 10_000)]
    [InlineData("**a", 10_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<ul><li>", 100_000)]
    [InlineData("<b><i>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("`", 100_000)]
    [InlineData("|", 100_000)]
    public void Deep_nesting_is_shown_and_harms_nothing(string piece, int times)
    {
        var source = string.Concat(Enumerable.Repeat(piece, times)) + "正文";

        CleanHtml.AssertClean(_markup.ToHtml(source, MarkupFormat.Markdown));
        CleanHtml.AssertClean(_markup.ToHtml(source, MarkupFormat.Html));
    }

    [Fact]
    public void A_source_nested_beyond_reason_is_shown_as_plain_text_with_nothing_lost() =>
        Assert.Equal($"<p>{string.Concat(Enumerable.Repeat("&gt;", 10_000))}甲</p>\n<p>乙</p>\n", _markup.ToHtml(new string('>', 10_000) + "甲\n　　乙", MarkupFormat.Markdown));

    [Fact]
    public void A_document_of_ten_million_characters_keeps_every_line()
    {
        var source = string.Concat(Enumerable.Repeat("第一条　为了保障公民依法获取政府信息，制定本条例。\n", 400_000));

        var html = _markup.ToHtml(source, MarkupFormat.Markdown);

        Assert.Equal(400_000, html.AsSpan().Count(">第一条　为了保障公民依法获取政府信息，制定本条例。</p>"));
    }

    [Fact]
    public void The_home_gets_one_pipeline_for_the_process()
    {
        var service = Assert.Single(new ServiceCollection().AddGongkaiMarkup(), service => service.ServiceType == typeof(IMarkup));

        Assert.Equal((typeof(IMarkup), typeof(MarkupPipeline), ServiceLifetime.Singleton), (service.ServiceType, service.ImplementationType, service.Lifetime));
    }

    private static Gen<string> TextOf(string[] pieces) => Gen.Int[0, pieces.Length - 1].Array[0, 25].Select(chosen => string.Concat(chosen.Select(i => pieces[i])));
}
