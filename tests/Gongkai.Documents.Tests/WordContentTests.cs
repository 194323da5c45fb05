using static Gongkai.Documents.Tests.DocxFile;

namespace Gongkai.Documents.Tests;

/// <summary>What is carried over from Word, and what is told about the rest.</summary>
public sealed class WordContentTests
{
    private const string ListNumbering = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public async Task Automatic_numbering_becomes_text_and_lists_stay_lists()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Numbering = ListNumbering,
            Body = Center("标题") + P("总体要求", N(1, 0)) + P("指导思想", N(1, 1)) + P("目标", N(1, 1)) + P("重点任务", N(1, 0)) + P("范围", N(1, 1))
                + P("申请表", N(2, 0)) + P("身份证", N(2, 0)) + P("又一张", N(4, 0)) + P("甲", N(3, 0)) + P("乙", N(3, 1)) + P("丙", N(3, 0)),
        });

        Assert.Equal(
            "## 一、总体要求\n\n### （一）指导思想\n\n### （二）目标\n\n## 二、重点任务\n\n### （一）范围\n\n1. 申请表\n2. 身份证\n5. 又一张\n- 甲\n   - 乙\n- 丙\n",
            draft.Markdown);
        Assert.Contains("<ol>\n<li>申请表</li>\n<li>身份证</li>\n</ol>\n<ol start=\"5\">\n<li>又一张</li>\n</ol>\n<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>", draft.Html, StringComparison.Ordinal);
        Assert.Equal("（二）目标", draft.Original[3]);
    }

    [Fact]
    public async Task Headings_come_from_styles_and_outline_levels()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
                <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="单位标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
                <w:style w:type="paragraph" w:styleId="round"><w:name w:val="round"/><w:basedOn w:val="round"/></w:style>
                """,
            Body = P("真正的标题", "<w:pStyle w:val=\"t\"/>") + P("一级", "<w:pStyle w:val=\"1\"/>") + P("二级", "<w:pStyle w:val=\"mine\"/>") + P("大纲三级", "<w:outlineLvl w:val=\"2\"/>") + P("正文", "<w:pStyle w:val=\"round\"/>"),
        });

        Assert.Equal("真正的标题", draft.Title);
        Assert.Equal("## 一级\n\n### 二级\n\n#### 大纲三级\n\n正文\n", draft.Markdown);
    }

    [Fact]
    public async Task Merged_cells_keep_their_spans_and_a_plain_table_is_drawn_with_bars()
    {
        const string Header = "<w:trPr><w:tblHeader/></w:trPr>";
        var merged = "<w:tbl><w:tr>" + Cell("项目", "<w:vMerge w:val=\"restart\"/>") + Cell("金额", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + Cell("", "<w:vMerge/>") + Cell("上年") + Cell("本年") + "</w:tr><w:tr>" + Cell("甲|乙") + Cell("1") + Cell("2") + "</w:tr></w:tbl>";
        var plain = "<w:tbl><w:tr>" + Header + Cell("名称") + Cell("数") + "</w:tr><w:tr>" + Cell("甲|乙") + Cell("1") + "</w:tr></w:tbl>";

        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("标题") + merged + P("之间") + plain });

        Assert.Equal(
            "<table>\n<tr><td rowspan=\"2\">项目</td><td colspan=\"2\">金额</td></tr>\n<tr><td>上年</td><td>本年</td></tr>\n<tr><td>甲|乙</td><td>1</td><td>2</td></tr>\n</table>\n\n之间\n\n| 名称 | 数 |\n| --- | --- |\n| 甲\\|乙 | 1 |\n",
            draft.Markdown);
    }

    [Fact]
    public async Task Emphasis_links_and_footnotes_are_kept()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Links = new() { ["r9"] = "https://example.gov.cn/a?b=1", ["r8"] = "file:///c:/secret.doc" },
            Footnotes = "<w:footnote w:id=\"7\">" + P("见《条例》。") + "</w:footnote>",
            Body = Center("标题") + "<w:p>" + R("很") + R("重", "<w:b/>") + R("要", "<w:b/>") + R("。") + R("第2", "") + R("2", "<w:vertAlign w:val=\"superscript\"/>")
                + "<w:hyperlink r:id=\"r9\">" + R("网站", "<w:u w:val=\"single\"/>") + "</w:hyperlink><w:hyperlink r:id=\"r8\">" + R("本机") + "</w:hyperlink>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/x\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("域") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>",
        });

        Assert.Equal("很**重要**。第2<sup>2</sup>[网站](<https://example.gov.cn/a?b=1>)本机[域](<https://example.org/x>)[^1]\n\n[^1]: 见《条例》。\n", draft.Markdown);
        Assert.Contains("<li id=\"note-1\">见《条例》。", draft.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_go_into_media_with_their_alternative_text()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Pictures = new() { ["p1"] = Samples.Picture(), ["p2"] = [1, 2, 3] },
            LinkedPictures = new() { ["p3"] = "http://192.0.2.1/spy.png" },
            Body = Center("标题") + Drawing("p1", "摊贩分布图") + Drawing("p2") + Drawing("p3", "", "link"),
        });

        var picture = Assert.Single(draft.Pictures);
        Assert.Equal("摊贩分布图", picture.AlternativeText);
        Assert.StartsWith("word/1/", picture.Path, StringComparison.Ordinal);
        Assert.Equal($"![摊贩分布图](/media/{picture.Path})\n", draft.Markdown);
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("没有带入", StringComparison.Ordinal));
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("没有去取", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tracked_changes_are_accepted_and_told()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Body = Center("标题") + "<w:p>" + R("保留") + "<w:ins w:id=\"1\">" + R("新增") + "</w:ins><w:del w:id=\"2\"><w:r><w:delText>删去</w:delText></w:r></w:del><w:commentRangeStart w:id=\"0\"/>" + R("末尾") + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
        });

        Assert.Equal("保留新增末尾\n", draft.Markdown);
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("删除的文字没有带入", StringComparison.Ordinal));
        Assert.Contains(draft.Notices, notice => notice.What.ToString().StartsWith("1 条批注", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_carried_over_is_listed_with_its_place()
    {
        const string Box = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><a:graphicData uri=\"x/wordprocessingShape\"><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></wps:txbx></a:graphicData></a:graphic></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>";
        const string Chart = "<w:r><w:drawing><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/></a:graphic></w:drawing></w:r>";
        const string Formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>";

        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("标题") + "<w:p>" + R("看这里") + Box + Chart + Formula + "</w:p>" });

        Assert.Equal("看这里a+b\n", draft.Markdown);
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("框里的话", StringComparison.Ordinal) && notice.Place.ToString().Contains("看这里", StringComparison.Ordinal));
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("图表", StringComparison.Ordinal));
        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("公式", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_looks_like_markup_stays_text()
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("标题") + P("&lt;script&gt;alert(1)&lt;/script&gt; *星* _线_ [注] `码`") + P("# 井号") + P("- 横线") });

        Assert.Equal("\\<script\\>alert(1)\\</script\\> \\*星\\* \\_线\\_ \\[注\\] \\`码\\`\n\n\\# 井号\n\n\\- 横线\n", draft.Markdown);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", draft.Html, StringComparison.Ordinal);
    }

    private static string N(int numbering, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{numbering}\"/></w:numPr>";

    private static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
}
