using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions.Tests;

public sealed class QaIssuePartTests
{
    [Fact]
    public void An_issue_gives_its_year_number_day_and_policies()
    {
        var issue = Read("""
            { "QaIssue": { "Year": { "Value": 2021 }, "Number": { "Value": 46 }, "PublishedOn": { "Value": "2021-12-30T00:00:00Z" }, "Policies": { "ContentItemIds": ["a", "b"] } } }
            """).As<QaIssuePart>();

        Assert.Equal((2021, 46L, new DateOnly(2021, 12, 30)), (issue.Year, issue.Number, issue.PublishedOn));
        Assert.Equal(["a", "b"], issue.Policies);
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "QaIssue": null }""")]
    [InlineData("""{ "QaIssue": { "Year": 2021, "Number": { "Value": "3" }, "Policies": { "ContentItemIds": "a" } } }""")]
    public void What_has_another_shape_is_empty(string json)
    {
        var issue = Read(json).As<QaIssuePart>();

        Assert.Equal((null, null), (issue.Year, issue.Number));
        Assert.Empty(issue.Policies);
    }

    [Fact]
    public void Pairs_come_in_their_order_and_only_pairs()
    {
        var item = Read("""
            { "Questions": { "ContentItems": [ { "ContentItemId": "1", "ContentType": "QaPair" }, { "ContentItemId": "x", "ContentType": "Other" }, { "ContentItemId": "2", "ContentType": "QaPair" }, 7 ] } }
            """);

        Assert.Equal(["1", "2"], QaIssuePart.PairsOf(item).Select(pair => pair.ContentItemId));
    }

    private static ContentItem Read(string json) => new(JsonNode.Parse(json)!.AsObject());
}
