using Gongkai.Markup.Pasting;

namespace Gongkai.Markup.Tests.Pasting;

/// <summary>What Word and WPS put on the clipboard, written here as they write it, and what remains of it.</summary>
public sealed class OfficePasteTests
{
    private readonly OfficePaste _paste = new();

    public static TheoryData<string, string, string> Pasted => new()
    {
        {
            "a paragraph of Word",
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment--><p class=MsoNormal><span style='font-family:宋体;mso-ascii-font-family:Calibri'>各区人民\n政府：</span><span lang=EN-US><o:p></o:p></span></p><!--EndFragment--></body></html>",
            "<p>各区人民政府：</p>\n"
        },
        { "a heading by its element", "<h1 style='mso-bidi-font-weight:normal'><b><span>总体要求</span></b></h1><h3>三级</h3>", "<h2>总体要求</h2>\n<h4>三级</h4>\n" },
        { "a heading by its outline level, as WPS has it", "<p class=MsoNormal style=\"mso-outline-level:2;\"><span style=\"font-weight:bold\">目标</span></p>", "<h3>目标</h3>\n" },
        { "a title", "<p class=MsoTitle>通知</p>", "<h2>通知</h2>\n" },
        { "a list of numbers", Item(1, "1.", "申请表") + Item(1, "2.", "身份证"), "<ol><li>申请表</li>\n<li>身份证</li></ol>\n" },
        { "a list that does not begin with one", Item(1, "4.", "申请表"), "<ol start=\"4\"><li>申请表</li></ol>\n" },
        {
            "bullets within bullets",
            Item(1, "·", "甲") + Item(2, "o", "乙") + Item(1, "·", "丙"),
            "<ul><li>甲<ul><li>乙</li></ul></li>\n<li>丙</li></ul>\n"
        },
        { "numbers that no list shows stay text", Item(1, "一、", "总体要求") + Item(2, "（一）", "目标"), "<p>一、总体要求</p>\n<p>（一）目标</p>\n" },
        { "a bullet from a font of symbols", Item(1, "\uF0B7", "甲"), "<ul><li>甲</li></ul>\n" },
        {
            "a table with merged cells",
            "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=100 rowspan=2 style='border:solid'><p class=MsoNormal>项目</p></td><td colspan=2><p class=MsoNormal>金额</p><p>（万元）</p></td></tr><tr><td><p>上年</p></td><td><p>本年<o:p></o:p></p></td></tr></table>",
            "<table>\n<tr><td rowspan=\"2\">项目</td><td colspan=\"2\">金额<br>（万元）</td></tr>\n<tr><td>上年</td><td>本年</td></tr>\n</table>\n"
        },
        {
            "emphasis",
            "<p><b style='mso-bidi-font-weight:normal'>粗</b><b style='font-weight:normal'>不粗</b><i>斜</i><span style='text-decoration:underline'>线</span><s>删</s>m<sup>2</sup><span style='vertical-align:sub'>下</span></p>",
            "<p><strong>粗</strong>不粗<em>斜</em><u>线</u><del>删</del>m<sup>2</sup><sub>下</sub></p>\n"
        },
        { "a link", "<p>见<a href=\"https://example.gov.cn/a?b=1&amp;c=2\"><u><span style='color:blue'>网站</span></u></a>。</p>", "<p>见<a href=\"https://example.gov.cn/a?b=1&amp;c=2\">网站</a>。</p>\n" },
        { "links that lead nowhere", "<p><a href=\"#_Toc1\">一</a><a href=\"file:///C:/a.doc\">二</a><a href=\"javascript:alert(1)\">三</a><a name=\"x\">四</a></p>", "<p>一二三四</p>\n" },
        { "what runs or is not text", "<p onclick=alert(1)>字<script>alert(1)</script><img src=\"file:///C:/a.png\"><style>p{}</style></p><xml><w:WordDocument/></xml>", "<p>字</p>\n" },
        { "hidden and deleted text", "<p>一<span style='display:none;mso-hide:all'>藏</span><del cite=\"mailto:a\" datetime=\"2024\">删</del><ins cite=\"mailto:a\">增</ins></p>", "<p>一增</p>\n" },
        { "an empty paragraph", "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><p>有</p>", "<p>有</p>\n" },
        { "lines and spaces", "<p>Open\nXML <span>and</span>\n 中文\n和中文<br>下一行</p>", "<p>Open XML and 中文和中文<br>下一行</p>\n" },
        { "text without blocks", "甲<b>乙</b><div>丙<div>丁</div></div>", "<p>甲<strong>乙</strong></p>\n<p>丙</p>\n<p>丁</p>\n" },
        { "a list that is one", "<ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ul>", "<ul><li>甲<ul><li>乙</li></ul>\n</li><li>丙</li></ul>\n" },
        { "pictures", "<p>一<img src=\"/media/a%20b.png\" alt=\"图\" onerror=\"x\"><img src=\"https://example.org/spy.png\">二</p>", "<p>一<img src=\"/media/a%20b.png\" alt=\"图\">二</p>\n" },
        { "what looks like markup", "<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>\n" },
    };

    [Theory]
    [MemberData(nameof(Pasted))]
    public void What_is_pasted_keeps_its_meaning_and_nothing_else(string what, string html, string expected) =>
        Assert.True(expected == _paste.Clean(html), $"{what}: {_paste.Clean(html)}");

    [Theory]
    [MemberData(nameof(Pasted))]
    public void What_was_cleaned_is_clean(string what, string html, string expected) =>
        Assert.True(_paste.Clean(expected) == expected || html.Contains("mso-list", StringComparison.Ordinal), $"{what}: {_paste.Clean(expected)}");

    [Fact]
    public void Word_processors_are_known_by_their_marks()
    {
        Assert.True(_paste.IsFromOffice("<p class=MsoNormal>x"));
        Assert.True(_paste.IsFromOffice("<p style=\"mso-outline-level:2\">x"));
        Assert.False(_paste.IsFromOffice("<p class=\"note\">x"));
    }

    [Fact]
    public void What_nests_without_end_is_text() =>
        Assert.DoesNotContain("<div", _paste.Clean(string.Concat(Enumerable.Repeat("<div>", 50_000))), StringComparison.Ordinal);

    private static string Item(int level, string marker, string text) =>
        $"<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span style='font-family:宋体'>{text}<o:p></o:p></span></p>\n";
}
