using System.Text.RegularExpressions;
using CsCheck;
using Gongkai.Tests;

namespace Gongkai.Content.Tests.Search;

/// <summary>Whatever HTML gets anchors: it says what it said, no id stands twice, and a second time changes nothing.</summary>
public sealed partial class AnyAnchorsTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<p id=\"x\">", "<li>", "</li>", "<td>", "</td>", "<br>", "<b>", "</b>", "<a href=\"/a\">", "</a>", "<p id=\"h-art-1\">", "<span id=\"h-art-2\"></span>",
        "第一条", "第一条 ", "第二条　", "第三条之一 ", "第 四 条 ", "第五条规定", "第12条：", "第", "条", "一", "。", " ", "\n", "正文", "&lt;", "𠮷", "\ud800",
    ];

    private static readonly Gen<string> Html = Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(chosen => string.Concat(chosen.Select(i => Pieces[i])));

    [Fact]
    public void Anchors_add_ids_and_nothing_else() =>
        Html.Sample(html => Assert.Equal(Without(html), Without(PassageAnchors.AddTo(html))), iter: 5_000, time: Fuzz.Seconds);

    [Fact]
    public void No_anchor_of_ours_stands_twice() =>
        Html.Sample(html =>
        {
            var given = Ids().Matches(html).Select(match => match.Value).ToList();
            var added = Ids().Matches(PassageAnchors.AddTo(html)).Select(match => match.Value).ToList();
            foreach (var id in given)
                added.Remove(id);

            Assert.Equal(added.Count, added.Distinct().Count());
            Assert.Empty(added.Intersect(given));
        }, iter: 5_000, time: Fuzz.Seconds);

    [Fact]
    public void Adding_them_twice_is_adding_them_once() =>
        Html.Sample(html =>
        {
            var once = PassageAnchors.AddTo(html);
            Assert.Equal(once, PassageAnchors.AddTo(once));
        }, iter: 5_000, time: Fuzz.Seconds);

    /// <summary>The HTML without the anchors, ours and those of the author alike.</summary>
    private static string Without(string html) => Anchors().Replace(html, "");

    [GeneratedRegex("<span id=\"h-art-[0-9r-]+\"></span>| id=\"h-art-[0-9r-]+\"", RegexOptions.None, 1000)]
    private static partial Regex Anchors();

    [GeneratedRegex("(?<= id=\")h-art-[0-9r-]+", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
