using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What readers say is kept until it was dealt with, how to reach them sealed; how useful pages are is a number.</summary>
public abstract class FeedbackContract : StorageContract
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task A_report_is_dealt_with_once_and_the_audit_trail_says_so_without_the_contact()
    {
        var site = await Fixture.OpenAsync();
        var reports = Of(site);
        Assert.True(await reports.AddAsync(Report("a"), 10));
        Assert.True(await reports.AddAsync(Report("b") with { TimeUtc = Noon.AddMinutes(1) }, 10));

        Assert.Equal(2, await reports.CountNewAsync());
        Assert.Equal(["b", "a"], (await reports.QueryAsync(new(IsClosed: false))).Reports.Select(report => report.Id));
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => reports.CloseAsync("a", "已改正"))));

        Assert.Equal(1, closed.Count(one => one));
        Assert.Equal(["a"], (await reports.QueryAsync(new(IsClosed: true))).Reports.Select(report => report.Id));
        Assert.Equal(("已改正", "010-65221234"), ((await reports.FindAsync("a"))!.Remark, (await reports.FindAsync("a"))!.Contact));
        var row = Assert.Single((await site.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.FeedbackClosed })).Records);
        Assert.Equal(("item-1", "公告"), (row.ContentItemId, row.Title));
        Assert.DoesNotContain("65221234", row.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_to_reach_a_reader_is_sealed_and_forgotten_before_the_report_is()
    {
        var site = await Fixture.OpenAsync();
        await Of(site).AddAsync(Report("a"), 10);
        await Of(site).AddAsync(Report("waiting"), 10);
        await using (var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync())
            Assert.All(await context.ErrorReports.ToListAsync(), row => Assert.DoesNotContain("65221234", row.Contact, StringComparison.Ordinal));
        await Of(site).CloseAsync("a", "好");
        var after = site.Time.GetUtcNow().UtcDateTime.AddDays(1);

        Assert.Equal(0, await Of(site).ForgetAsync(after, Noon.AddYears(-1)));
        Assert.Equal("", (await Of(site).FindAsync("a"))!.Contact);
        Assert.NotEqual("", (await Of(site).FindAsync("waiting"))!.Contact);
        Assert.Equal(1, await Of(site).ForgetAsync(after, after));
        Assert.Equal(["waiting"], (await Of(site).QueryAsync(new())).Reports.Select(report => report.Id));
    }

    [Fact]
    public async Task Only_so_many_wait()
    {
        var reports = Of(await Fixture.OpenAsync());
        Assert.True(await reports.AddAsync(Report("a"), 1));
        Assert.False(await reports.AddAsync(Report("b"), 1));
        await reports.CloseAsync("a", "好");
        Assert.True(await reports.AddAsync(Report("b"), 1));
    }

    [Fact]
    public async Task Reports_are_found_by_item_page_by_page()
    {
        var reports = Of(await Fixture.OpenAsync());
        for (var i = 0; i < 5; i++)
            await reports.AddAsync(Report($"r{i}") with { ContentItemId = i == 0 ? "other" : "item-1", TimeUtc = Noon.AddMinutes(i) }, 10);

        var page = await reports.QueryAsync(new(ContentItemId: "item-1", Skip: 1, Count: 2));

        Assert.Equal(4, page.Total);
        Assert.Equal(["r3", "r2"], page.Reports.Select(report => report.Id));
        Assert.All(page.Reports, report => Assert.Equal("", report.Contact));
    }

    [Fact]
    public async Task Answers_add_up_across_processes_and_the_worst_page_is_first()
    {
        var (one, other) = (Counts(await Fixture.OpenAsync()), Counts(await Fixture.OpenAsync()));
        await one.AddAsync(Monday, [new("a", 1, 2), new("b", 9, 3), new("good", 5, 0)]);
        await Task.WhenAll(one.AddAsync(Monday, [new("a", 0, 1)]), other.AddAsync(Monday, [new("a", 0, 1)]), other.AddAsync(Monday.AddDays(1), [new("a", 1, 1), new("b", 0, 2)]));

        Assert.Equal([new("a", 2, 5), new("b", 9, 5)], await one.WorstAsync(Monday, 10));
        Assert.Equal([new("b", 0, 2)], await one.WorstAsync(Monday.AddDays(1), 1));
        Assert.Equal(3, await one.DeleteBeforeAsync(Monday.AddDays(1)));
        Assert.Equal(2, (await one.WorstAsync(DateOnly.MinValue, 10)).Count);
    }

    private static IErrorReports Of(TestSite site) => site.Services.GetRequiredService<IErrorReports>();

    private static IUsefulCounts Counts(TestSite site) => site.Services.GetRequiredService<IUsefulCounts>();

    private static ErrorReport Report(string id) => new(id, Noon, "/entries/a", "item-1", "公告", "原文", "错了", "010-65221234", "zh-Hans");
}
