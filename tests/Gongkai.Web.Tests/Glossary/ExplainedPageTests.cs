using System.Text.RegularExpressions;
using CsCheck;
using Gongkai.Web.Glossary;

namespace Gongkai.Web.Tests.Glossary;

/// <summary>Terms on a page become links to their explanations: text alone, once each, and everything else stays.</summary>
public sealed partial class ExplainedPageTests
{
    private static readonly GlossaryTerms Terms = new(
        [GlossaryTermsTests.Term("f", "复议"), GlossaryTermsTests.Term("xzfy", "行政复议"), GlossaryTermsTests.Term("rd", "R&D"), GlossaryTermsTests.Term("amp", "amp"), GlossaryTermsTests.Term("img", "img")], text => text);

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<a href=\"/x\">", "</a>", "<h2 id=\"h-复议\">", "</h2>", "<b>", "</b>", "<img alt=\"行政复议 > 复议\" src=\"/a.png\">", "<br>", "<code>", "</code>", "&amp;", "&lt;", "&nbsp;", "R&amp;D",
        "行政复议", "复议", "行政", "amp", "img", "，", " ", "\n", "𠮷", "<td title=\"复议\">", "</td>", "'", "\"",
    ];

    [Theory]
    [InlineData("<p>可以申请行政复议。</p>", "<p>可以申请{1:行政复议}。</p>", "行政复议")]
    [InlineData("<p>行政复议后再行政复议，也叫复议。</p>", "<p>{1:行政复议}后再行政复议，也叫{2:复议}。</p>", "行政复议 复议")]
    [InlineData("<h2>复议</h2><p>复议</p>", "<h2>复议</h2><p>{1:复议}</p>", "复议")]
    [InlineData("<p><a href=\"/x\">怎样<b>复议</b></a>，复议</p>", "<p><a href=\"/x\">怎样<b>复议</b></a>，{1:复议}</p>", "复议")]
    [InlineData("<p><img alt=\"a > 复议\" src=\"/a.png\">图</p>", "<p><img alt=\"a > 复议\" src=\"/a.png\">图</p>", "")]
    [InlineData("<p title='复议>'>说<br>复议</p>", "<p title='复议>'>说<br>{1:复议}</p>", "复议")]
    [InlineData("<p>R&amp;D &lt;script&gt;</p>", "<p>{1:R&amp;D} &lt;script&gt;</p>", "R&D")]
    [InlineData("<p>a &amp; b</p>", "<p>a &amp; b</p>", "")]
    [InlineData("复议<", "{1:复议}<", "复议")]
    [InlineData("", "", "")]
    public void The_first_time_a_term_is_a_link(string html, string expected, string terms)
    {
        var page = new ExplainedPage(Terms);

        Assert.Equal(Link().Replace(expected, "<a class=\"term\" id=\"term-ref-${number}\" href=\"#term-${number}\">${term}</a>"), page.Explain(html));
        Assert.Equal(terms, string.Join(' ', page.Found.Select(found => found.Term)));
    }

    [Fact]
    public void A_term_is_explained_once_on_the_whole_page()
    {
        var page = new ExplainedPage(Terms);

        page.Explain("<p>复议</p>");

        Assert.Equal("<p>复议，<a class=\"term\" id=\"term-ref-2\" href=\"#term-2\">行政复议</a></p>", page.Explain("<p>复议，行政复议</p>"));
        Assert.Equal([1, 2], page.Found.Select(found => found.Number));
    }

    [Fact]
    public void Without_terms_nothing_is_touched() => Assert.Equal("<p>复议", new ExplainedPage(GlossaryTerms.None).Explain("<p>复议"));

    [Fact]
    public void Whatever_the_page_is_without_the_links_it_is_what_it_was() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(chosen => string.Concat(chosen.Select(i => Pieces[i]))).Sample(html =>
        {
            var page = new ExplainedPage(Terms);
            var explained = page.Explain(html);

            Assert.Equal(html, Ours().Replace(explained, "${term}"));
            Assert.Equal(page.Found.Count, Ours().Count(explained));
            Assert.Equal(page.Found.Count, page.Found.Select(found => found.Term).Distinct().Count());
        }, iter: 2_000);

    [GeneratedRegex(@"\{(?<number>\d+):(?<term>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<a class=\"term\" id=\"term-ref-\\d+\" href=\"#term-\\d+\">(?<term>[^<]+)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ours();
}
