using System.Text;
using CsCheck;
using Gongkai.Content;
using Gongkai.Search.Passages;
using Lucene.Net.Util;

namespace Gongkai.Search.Tests.Passages;

/// <summary>Whatever a text is made of, its passages lie in it one after the other, and the table that the index keeps of them says the same.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<h2 id=\"h-第一章\">", "</h2>", "<h3>", "</h3>", "<p id=\"h-art-1\">", "<span id=\"h-art-2\"></span>", "<br>", "<td>", "</td>", "<b>", "</b>", "&amp;", "&#31532;", "&",
        "第一条", "第一条 ", "第二条之一　", "第 十 二 条 ", "第一章 总则", "第三编", "一、", "（二）", "为了规范停车，制定本办法。", "；", "，", "税", " ", "　", "\n", "\n\n", "\t", "abc", "2021", "𠮷", "\ud800", "㎡", "…",
    ];

    private static readonly Gen<string> Html = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(chosen => string.Concat(chosen.Select(i => Pieces[i]))),
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Int[0, Pieces.Length - 1], Gen.Int[1, 900], (a, b, times) => new StringBuilder().Insert(0, Pieces[a] + Pieces[b], times).ToString()));

    [Fact]
    public void Passages_lie_in_the_text_in_order_and_nothing_is_outside_of_them() =>
        Html.Sample(html =>
        {
            var (body, passages) = PassagesOf(html);

            Assert.Equal(body.Any(c => !char.IsWhiteSpace(c)), passages.Count > 0);
            for (var i = 0; i < passages.Count; i++)
            {
                Assert.InRange(passages[i].Start, i == 0 ? 0 : passages[i - 1].Start, body.Length - 1);
                Assert.InRange(passages[i].Parent, -1, i - 1);
                Assert.True(passages[i].Label is not { Length: > 60 });
            }

            if (passages.Count > 0)
                Assert.True(string.IsNullOrWhiteSpace(body[..passages[0].Start]));
        }, iter: 1_000);

    [Fact]
    public void The_table_of_a_text_reads_as_it_was_written() =>
        Html.Sample(html =>
        {
            var text = PassagesOf(html);
            var table = new PassageTable();
            table.Read(PassageTable.Write(text));

            Assert.Equal(text.Passages.Count, table.Count);
            for (var i = 0; i < table.Count; i++)
            {
                Assert.Equal((text.Passages[i].Start, text.Passages[i].Parent), (table[i].Start, table[i].Parent));
                Assert.True(table.LengthOf(i) >= 0);
                Assert.InRange(table[i].Position, 0, table.End);
            }
        }, iter: 1_000);

    [Fact]
    public void A_table_is_read_in_the_place_of_a_longer_one()
    {
        var table = new PassageTable();
        table.Read(PassageTable.Write(PassagesOf("<h2>甲</h2><p>第一条 乙。</p><p>第二条 丙。</p>")));
        table.Read(PassageTable.Write(PassagesOf("<p>丁戊</p>")));

        Assert.Equal((1, 2), (table.Count, table.End));
        table.Read(new BytesRef());
        Assert.Equal((0, 0), (table.Count, table.End));
    }

    private static DocumentText PassagesOf(string html)
    {
        var (text, marks, passages) = (new StringBuilder(), new List<HtmlMark>(), new List<Passage>());
        HtmlText.Append(html, text, marks);
        PassageSplitter.Split(text.ToString(), 0, marks, passages);
        return new(text.ToString(), passages);
    }
}
