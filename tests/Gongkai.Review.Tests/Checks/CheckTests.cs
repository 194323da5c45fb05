using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Reading;
using Gongkai.Review.Checks.Running;

namespace Gongkai.Review.Tests.Checks;

public sealed class CheckTests
{
    private static readonly CheckRules Rules = new(
        CheckSettings.Default, new([new("登陆网站", "登录网站", true), new("登陆", "登录", true), new("绝密★", "不得公开", false)]), WorkingCalendar.WeekendsOnly, new(2026, 11, 26));

    [Theory]
    [InlineData("请登陆网站查询", "登陆网站", "改为“登录网站”")]
    [InlineData("请**登陆**网站查询", "登陆网站", "改为“登录网站”")]
    [InlineData("请登陆系统", "登陆", "改为“登录”")]
    [InlineData("绝密★启用前", "绝密★", "不得公开")]
    public void Words_of_the_list_are_found_the_longest_first(string text, string word, string proposal)
    {
        var finding = Assert.Single(Run(Text(text)));

        Assert.Equal((word, proposal), (finding.Excerpt, finding.Proposal!.ToString()));
    }

    [Theory]
    [InlineData("[办法](/gone)", TextForm.Markdown, "/gone")]
    [InlineData("[办法](</gone> \"标题\")", TextForm.Markdown, "/gone")]
    [InlineData("<a class=\"x\" href='/gone'>办法</a>", TextForm.Html, "/gone")]
    [InlineData("![图](/gone)", TextForm.Markdown, "/gone")]
    public void A_link_that_leads_nowhere_is_found(string text, TextForm form, string address)
    {
        var item = Text(text, form) with { DeadAddresses = new HashSet<string>([address]) };

        Assert.Equal(address, Assert.Single(Run(item)).Excerpt);
    }

    [Theory]
    [InlineData(QuoteState.Current, false)]
    [InlineData(QuoteState.Outdated, true)]
    [InlineData(QuoteState.NotPublic, true)]
    public void A_quotation_that_its_source_does_not_say_is_found(QuoteState state, bool isFound)
    {
        var item = Text("") with { Quotes = [(new("Questions.ContentItems[0].QaPair.Quote", new("第1条 政策原文"), new("policy", "h-art-1", "第一条 原文")), state)] };

        Assert.Equal(isFound, Run(item).Any(finding => finding.Check == CheckNames.OutdatedQuote && finding.Place.Label.ToString() == "第1条 政策原文" && finding.Severity == CheckSeverity.Warning));
    }

    [Theory]
    [InlineData("![](/media/a.png)", TextForm.Markdown, true)]
    [InlineData("![港口](/media/a.png)", TextForm.Markdown, false)]
    [InlineData("<img src=\"/media/a.png\">", TextForm.Html, true)]
    [InlineData("<img src=\"/media/a.png\" alt=\" \">", TextForm.Html, true)]
    [InlineData("<img alt=\"港口\" src=\"/media/a.png\">", TextForm.Html, false)]
    public void A_picture_without_a_text_is_found(string text, TextForm form, bool isFound) =>
        Assert.Equal(isFound, Run(Text(text, form)).Any(finding => finding.Check == CheckNames.PictureText));

    [Theory]
    [InlineData("2026-11-02", null, true)] // today is 24 days later, 18 of them worked
    [InlineData("2026-10-01", null, false)]
    [InlineData("2026-10-01", "2026-10-29", true)]
    [InlineData("2026-10-01", "2026-10-30", false)]
    public void Regulation_Art_26_twenty_working_days_after_issue_are_in_time(string issued, string? published, bool isInTime)
    {
        var entry = new JsonObject { ["IssuedOn"] = new JsonObject { ["Value"] = issued } };
        if (published is not null)
            entry["PublishedOn"] = new JsonObject { ["Value"] = published };
        var item = Text("") with { Item = new(new JsonObject { ["ContentType"] = "DisclosureEntry", ["DisclosureEntry"] = entry }) };

        Assert.Equal(isInTime, Run(item).Count == 0);
    }

    [Theory]
    [InlineData(FileReading.Read, false, false)]
    [InlineData(FileReading.InPart, false, true)]
    [InlineData(FileReading.NoText, false, true)]
    [InlineData(FileReading.Unreadable, false, true)]
    [InlineData(FileReading.TooSlow, false, true)]
    [InlineData(FileReading.NoText, true, false)]
    public void A_file_that_was_not_read_waits_for_a_person(FileReading reading, bool isConfirmed, bool isHeldBack)
    {
        var item = Text("") with { Files = [new("docs/a.pdf", "DisclosureEntry.Attachments.Paths[0]", new("附件"), reading) { Hash = "00", IsConfirmed = isConfirmed }] };

        Assert.Equal(isHeldBack, Run(item).Any(finding => finding is { Severity: CheckSeverity.Blocking, ToConfirm: not null }));
    }

    [Fact]
    public void What_a_type_says_goes_before_what_holds_for_all_and_what_is_off_is_not_looked_for()
    {
        var settings = new CheckSettings(JsonNode.Parse("""{"Severities": {"WrongWord": "Blocking"}, "Types": {"Page": {"WrongWord": "Off"}}}""")!.AsObject());
        var (entry, page) = (Text("请登陆网站"), Text("请登陆网站") with { Item = new("Page", "p") });

        Assert.Equal(CheckSeverity.Blocking, Assert.Single(AllChecks.Run(entry, Rules with { Settings = settings })).Severity);
        Assert.Empty(AllChecks.Run(page, Rules with { Settings = settings }));
    }

    [Theory]
    [InlineData("""{"DisclosureEntry": {"Abstract": {"Text": " "}}}""", true)]
    [InlineData("""{"DisclosureEntry": {}}""", true)]
    [InlineData("""{"DisclosureEntry": {"Abstract": {"Text": "概述"}}}""", false)]
    public void What_the_settings_ask_for_is_asked_for(string json, bool isMissing)
    {
        var settings = new CheckSettings(JsonNode.Parse("""{"Required": {"DisclosureEntry": [{"Path": "DisclosureEntry.Abstract", "Label": "内容概述"}]}}""")!.AsObject());
        var item = new ContentItem(JsonNode.Parse(json)!.AsObject()) { ContentType = "DisclosureEntry" };

        Assert.Equal(isMissing, AllChecks.Run(Text("") with { Item = item }, Rules with { Settings = settings }).Any(finding => finding.Check == CheckNames.RequiredMetadata));
    }

    [Theory]
    [InlineData("错误,登陆网站,登录网站", "登陆网站", "登录网站", true)]
    [InlineData("登陆网站,登录网站", "登陆网站", "登录网站", true)]
    [InlineData("敏感\t绝密★\t不得公开", "绝密★", "不得公开", false)]
    [InlineData("\"登陆\"", "登陆", "", true)]
    public void Words_are_pasted_a_line_each(string line, string text, string proposal, bool isWrong) =>
        Assert.Equal(new CheckWord(text, proposal, isWrong), Assert.Single(WordList.Parse(line + "\n\n", out _)));

    [Theory]
    [InlineData("错误,")]
    [InlineData("敏感")]
    public void A_line_that_is_no_word_is_told_by_its_number(string line)
    {
        Assert.Empty(WordList.Parse("错误,登陆,登录\n" + line, out var fault));
        Assert.Equal("2", fault!.Values[0]);
    }

    private static IReadOnlyList<Finding> Run(CheckedItem item) => AllChecks.Run(item, Rules);

    private static CheckedItem Text(string text, TextForm form = TextForm.Markdown) =>
        new(new("DisclosureEntry", "x"), text.Length == 0 ? [] : [new("MarkdownBodyPart.Markdown", new("正文"), text, form)], []) { HasInterpretation = true };
}
