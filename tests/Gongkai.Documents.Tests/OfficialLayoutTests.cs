using static Gongkai.Documents.Tests.DocxFile;

namespace Gongkai.Documents.Tests;

/// <summary>What the layout of official documents says (GB/T 9704—2012).</summary>
public sealed class OfficialLayoutTests
{
    [Fact]
    public async Task Number_title_issuer_and_date_are_found_where_the_layout_has_them()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Body = P("000012") + Center("滨 海 市 人 民 政 府 文 件") + Center("滨政发〔２０２４〕５号") + Center("滨海市人民政府关于") + Center("加强食品摊贩管理的通知")
                + P("各区人民政府，市政府各部门：") + P("为了规范摊贩，现通知如下。") + P("一、总体要求") + P("方便群众，守住安全。") + P("（一）划定区域") + P("各区划定。")
                + Right("滨海市人民政府") + Right("2024年3月5日") + P("（此件公开发布）"),
        });

        Assert.Equal("滨海市人民政府关于加强食品摊贩管理的通知", draft.Title);
        Assert.Equal("滨政发〔2024〕5号", draft.DocumentNumber);
        Assert.Equal("滨海市人民政府", draft.Issuer);
        Assert.Equal(new DateOnly(2024, 3, 5), draft.IssuedOn);
        Assert.Equal(
            """
            各区人民政府，市政府各部门：

            为了规范摊贩，现通知如下。

            ## 一、总体要求

            方便群众，守住安全。

            ### （一）划定区域

            各区划定。

            滨海市人民政府

            2024年3月5日

            （此件公开发布）

            """,
            draft.Markdown, ignoreLineEndingDifferences: true);
        Assert.Contains("<p class=\"align-right\">滨海市人民政府</p>", draft.Html, StringComparison.Ordinal);
        Assert.Contains(draft.Notices, notice => notice.Place.ToString() == "版头" && notice.What.ToString().Contains("000012", StringComparison.Ordinal));
        Assert.Equal("滨 海 市 人 民 政 府 文 件", draft.Original[1]);
    }

    [Theory]
    [InlineData("滨政办发〔2021〕12号", "滨政办发〔2021〕12号")]
    [InlineData("滨政发[2021]第5号", "滨政发〔2021〕5号")]
    [InlineData("滨政发（2021）5 号　签发人：某某", "滨政发〔2021〕5号")]
    [InlineData("滨 卫 健 函〔2021〕 7 号", "滨卫健函〔2021〕7号")]
    public async Task A_number_is_written_one_way_however_it_was_typed(string typed, string number)
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center(typed) + Center("关于某事的函") + P("请函复。") });

        Assert.Equal(number, draft.DocumentNumber);
        Assert.Equal("关于某事的函", draft.Title);
    }

    [Fact]
    public async Task A_number_in_brackets_under_the_title_is_the_number()
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("关于某事的批复") + Center("（滨政复〔2020〕8号）") + P("同意。") });

        Assert.Equal("滨政复〔2020〕8号", draft.DocumentNumber);
        Assert.Equal("关于某事的批复", draft.Title);
    }

    [Fact]
    public async Task A_number_in_a_sentence_is_not_the_documents()
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("关于某事的通知") + P("根据滨政发〔2020〕8号文件，通知如下。") });

        Assert.Null(draft.DocumentNumber);
        Assert.Contains("滨政发〔2020〕8号", draft.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_of_secrecy_is_a_warning()
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = P("机密★1年") + Center("滨政发〔2020〕8号") + Center("标题") + P("正文。") });

        Assert.Contains(draft.Notices, notice => notice.What.ToString().Contains("标密的文件不得公开", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("二〇二四年三月五日", 2024, 3, 5)]
    [InlineData("二○二三年十二月三十一日", 2023, 12, 31)]
    [InlineData("2022年10月20日", 2022, 10, 20)]
    [InlineData("二〇二一年十月二十日", 2021, 10, 20)]
    public async Task The_day_of_the_signature_is_read_in_either_writing(string text, int year, int month, int day)
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("关于某事的通知") + P("正文。") + Right("滨海市卫生健康委员会") + Right(text) });

        Assert.Equal(new DateOnly(year, month, day), draft.IssuedOn);
        Assert.Equal("滨海市卫生健康委员会", draft.Issuer);
    }

    [Theory]
    [InlineData("2024年2月30日")]
    [InlineData("2024年13月1日")]
    [InlineData("一九四年三月五日")]
    public async Task A_day_that_is_none_is_left_out(string text)
    {
        var draft = await Samples.DraftAsync(new DocxFile { Body = Center("标题") + P("正文。") + Right(text) });

        Assert.Null(draft.IssuedOn);
    }

    [Fact]
    public async Task Numbered_sentences_stay_paragraphs_and_short_numbered_lines_become_headings()
    {
        var draft = await Samples.DraftAsync(new DocxFile
        {
            Body = Center("标题") + P("一、加强领导。各区要加强领导，落实责任。") + P("第一章 总则") + P("1.划定区域") + P("由区人民政府划定。") + P("1.申请表") + P("2.身份证"),
        });

        Assert.Equal("一、加强领导。各区要加强领导，落实责任。\n\n## 第一章 总则\n\n#### 1.划定区域\n\n由区人民政府划定。\n\n1.申请表\n\n2.身份证\n", draft.Markdown);
    }
}
