using Gongkai.Content;
using Gongkai.Desk.Audit;

namespace Gongkai.Desk.Tests.Audit;

/// <summary>What stands in the address becomes a query, or a fault beside its field.</summary>
public sealed class AuditFilterTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void An_empty_address_asks_for_everything_newest_first()
    {
        var filter = AuditFilter.Of("", " ", null, "", "", "", null);

        Assert.True(filter.IsEmpty);
        Assert.Empty(filter.Faults);
        Assert.Equal(new AuditQuery { Count = AuditFilter.PageSize }, filter.ToQuery(Shanghai));
        Assert.Empty(filter.ToRoute());
    }

    [Fact]
    public void Days_are_those_of_the_site_with_both_ends()
    {
        var query = AuditFilter.Of(" li ", "Content", "a", "Refused", "2026-11-24", "2026-11-25", 3).ToQuery(Shanghai);

        Assert.Equal(
            new AuditQuery
            {
                User = "li",
                Action = "Content",
                ContentItemId = "a",
                Result = AuditResult.Refused,
                FromUtc = new(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc),
                UntilUtc = new(2026, 11, 25, 16, 0, 0, DateTimeKind.Utc),
                Skip = 2 * AuditFilter.PageSize,
                Count = AuditFilter.PageSize,
            },
            query);
    }

    [Fact]
    public void A_day_that_begins_late_begins_when_it_begins()
    {
        // In 2018 clocks in São Paulo went from 23:59 on 3 November to 1:00.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

        Assert.Equal(new DateTime(2018, 11, 4, 3, 0, 0, DateTimeKind.Utc), AuditFilter.Of(null, null, null, null, "2018-11-04", null, null).ToQuery(zone).FromUtc);
    }

    [Theory]
    [InlineData("from", "yesterday")]
    [InlineData("from", "2026-13-01")]
    [InlineData("from", "2026-02-29")]
    [InlineData("to", "0001-01-01")]
    [InlineData("to", "9999-12-31")]
    [InlineData("to", "2026-1-1")]
    [InlineData("result", "Perhaps")]
    [InlineData("result", "1")]
    [InlineData("user", "\0")]
    [InlineData("item", "half a character")]
    [InlineData("action", "long")]
    public void What_cannot_be_read_is_a_fault_of_its_field(string field, string value)
    {
        string? Of(string name) => name != field ? null : value switch { "long" => new string('x', 201), "half a character" => "\ud800", _ => value };

        var filter = AuditFilter.Of(Of("user"), Of("action"), Of("item"), Of("result"), Of("from"), Of("to"), null);

        Assert.Equal(field, Assert.Single(filter.Faults), ignoreCase: true);
        Assert.False(filter.IsEmpty);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 1)]
    [InlineData(-7, 1)]
    [InlineData(int.MaxValue, AuditFilter.MaxPage)]
    public void A_page_that_is_none_is_the_nearest_that_is_one(int? number, int page) => Assert.Equal(page, AuditFilter.Of(null, null, null, null, null, null, number).Number);

    [Fact]
    public void The_other_pages_keep_what_was_asked_for() =>
        Assert.Equal(
            new Dictionary<string, string> { ["user"] = "li", ["from"] = "2026-11-24", ["number"] = "2" },
            AuditFilter.Of("li", null, null, null, "2026-11-24", null, 1).ToRoute(2));
}
