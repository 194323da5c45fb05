using System.Text.Json.Nodes;
using Gongkai.Review.Tests.Support;
using Gongkai.Review.Upkeep.Freshness;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class FreshnessSettingsTests
{
    [Theory]
    [InlineData("{}", "DisclosureEntry", 6, 0)]
    [InlineData("{}", "PolicyInterpretation", 6, 0)]
    [InlineData("""{"Types": {"News": {"Days": 14}}}""", "News", 0, 14)]
    [InlineData("""{"Types": {"Page": {"Months": 12, "Days": 3}}}""", "Page", 12, 3)]
    // What cannot be read changes nothing.
    [InlineData("""{"Types": {"Page": {"Months": -1}}}""", "Page", 6, 0)]
    [InlineData("""{"Types": {"Page": {"Months": 601}}}""", "Page", 6, 0)]
    [InlineData("""{"Types": {"Page": {"Months": 0}}}""", "Page", 6, 0)]
    [InlineData("""{"Types": {"Page": "soon"}}""", "Page", 6, 0)]
    [InlineData("""{"Types": 7}""", "Page", 6, 0)]
    public void A_type_has_its_period(string json, string type, int months, int days) => Assert.Equal(new ReviewPeriod(months, days), Read(json).Types[type]);

    [Theory]
    [InlineData("{}", "News")]
    [InlineData("""{"Types": {"Page": {"Off": true}}}""", "Page")]
    public void A_type_may_have_none(string json, string type) => Assert.DoesNotContain(type, Read(json).Types.Keys);

    [Fact]
    public void Columns_are_those_that_are_set_else_one_for_each_type_and_news_are_late_after_two_weeks()
    {
        Assert.Equal(ReviewPeriod.TwoWeeks, Read("{}").Columns.Single(column => column.ContentType == "News").Period);
        Assert.Equal(ReviewPeriod.HalfAYear, Read("{}").Columns.Single(column => column.ContentType == "DisclosureEntry").Period);
        Assert.Equal([new("要闻", "News", new(0, 7)) { Facet = "topic", Term = "t1", Owner = "zhang" }],
            Read("""{"Columns": [{"Label": "要闻", "Type": "News", "Facet": "topic", "Term": "t1", "Days": 7, "Owner": "zhang"}, {"Type": "News"}, {"Days": 3}, 7]}""").Columns);
        Assert.Empty(Read("""{"Columns": []}""").Columns);
    }

    [Theory]
    [InlineData("""{"name": "Freshness"}""", "$.steps[0]", "缺少 Types 或 Columns")]
    [InlineData("""{"name": "Freshness", "Types": []}""", "$.steps[0].Types", "应是对象")]
    [InlineData("""{"name": "Freshness", "Types": {"Page": {"Months": "many"}}}""", "$.steps[0].Types.Page", "Months")]
    [InlineData("""{"name": "Freshness", "Columns": [{"Label": "要闻", "Days": 14}]}""", "$.steps[0].Columns[0]", "Type")]
    [InlineData("""{"name": "Freshness", "Columns": [{"Type": "News", "Days": 14, "Facet": "year", "Term": "2026"}]}""", "$.steps[0].Columns[0]", "Facet")]
    [InlineData("""{"name": "Freshness", "Columns": {}}""", "$.steps[0].Columns", "应是数组")]
    public async Task What_cannot_be_followed_is_refused_at_its_place(string step, string path, string words)
    {
        await using var site = await ReviewSite.OpenAsync();

        var report = await site.ImportAsync($$"""{"steps": [{{step}}]}""");

        Assert.Contains(report.Problems, problem => problem.Place.JsonPath == path && problem.Message.Contains(words, StringComparison.Ordinal));
        Assert.Empty(site.Settings.Get(FreshnessSettings.Document));
    }

    [Fact]
    public async Task A_recipe_sets_a_type_and_leaves_the_others()
    {
        await using var site = await ReviewSite.OpenAsync();
        await site.ImportAsync("""{"steps": [{"name": "Freshness", "Types": {"Page": {"Days": 30}, "QaIssue": {"Off": true}}}]}""");

        Assert.Empty((await site.ImportAsync("""{"steps": [{"name": "freshness", "Types": {"Page": {"Days": 10}}, "Columns": [{"Type": "Page", "Months": 1}]}]}""")).Problems);

        var settings = new FreshnessSettings(site.Settings.Get(FreshnessSettings.Document));
        Assert.Equal(new(0, 10), settings.Types["Page"]);
        Assert.DoesNotContain("QaIssue", settings.Types.Keys);
        Assert.Equal("Page", Assert.Single(settings.Columns).ContentType);
    }

    [Theory]
    [InlineData("要闻,News,14天,zhang,topic:t1\n\n 通知 ， News ， 1个月15天 ", "要闻,News,14天,zhang,topic:t1\n通知,News,1个月15天")]
    [InlineData(",News,6月", ",News,6个月")]
    [InlineData("", "")]
    public void Columns_are_read_as_they_are_written(string text, string expected)
    {
        var columns = ColumnLines.Parse(text, type => type == "News", out var fault);

        Assert.Null(fault);
        Assert.Equal(expected, ColumnLines.Format(columns));
        Assert.Equal(columns, columns.Select(column => FreshnessSettings.ColumnOf(ColumnLines.Write(column))));
    }

    [Theory]
    [InlineData("要闻,News", "第 1 行不对")]
    [InlineData("要闻,News,14天\n要闻,Missing,14天", "第 2 行：没有内容类型“Missing”")]
    [InlineData("要闻,News,soon", "第 1 行：期限")]
    [InlineData("要闻,News,0天", "第 1 行：期限")]
    [InlineData("要闻,News,601天", "第 1 行：期限")]
    [InlineData("要闻,News,14天,,year:2026", "第 1 行：分类")]
    [InlineData("要闻,News,14天,,topic", "第 1 行：分类")]
    [InlineData("要闻,News,14天,a,b,c", "第 1 行不对")]
    public void A_line_that_cannot_be_read_is_named(string text, string expected)
    {
        Assert.Empty(ColumnLines.Parse(text, type => type == "News", out var fault));
        Assert.StartsWith(expected, fault!.ToString(), StringComparison.Ordinal);
    }

    private static FreshnessSettings Read(string json) => new((JsonObject)JsonNode.Parse(json)!);
}
