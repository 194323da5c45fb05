using Gongkai.Content;
using Gongkai.Review.Checks;
using Gongkai.Review.Tests.Support;
using Gongkai.Review.Upkeep.SiteChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Review.Tests.Upkeep;

/// <summary>The checks over everything that is public, whatever happens in between.</summary>
public sealed class SiteCheckWorkTests
{
    private const string Number = "13800138000";

    [Fact]
    public async Task What_is_public_is_checked_and_nothing_else_and_what_is_found_is_masked()
    {
        await using var site = await OpenAsync(("p1", "Page", "请打 " + Number, ""), ("p2", "Page", "没有什么", ""), ("open", "DisclosureEntry", Number, "主动公开"), ("closed", "DisclosureEntry", Number, "依申请公开"));
        await site.SaveAsync("drafter", "draft", item => item.EnsurePart("TitlePart")["Title"] = Number, "Page");

        var run = (await RunAsync(site))!;

        Assert.Equal((SiteCheckState.Done, 4, 4, 0), (run.State, run.Items, run.Passed, run.Failed));
        var findings = await FindingsAsync(site, run);
        Assert.Equal(["open", "p1"], findings.Where(finding => finding.Check == CheckNames.MobileNumber).Select(finding => finding.ContentItemId));
        Assert.Equal(run.Findings, findings.Count);
        var finding = findings.First(finding => finding is { ContentItemId: "p1", Check: CheckNames.MobileNumber });
        Assert.Equal(("p1-v1", "TitlePart.Title", "标题", true), (finding.VersionId, finding.Path, finding.Label, finding.IsBlocking));
        Assert.DoesNotContain(Number, finding.Excerpt + SiteFindings.MessageOf(finding), StringComparison.Ordinal);
        Assert.Contains("*", finding.Excerpt, StringComparison.Ordinal);

        using var csv = new StringWriter();
        Assert.Equal(findings.Count, await SiteCheckReport.WriteAsync(Records(site), All(run), name => name, csv));
        var lines = csv.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(findings.Count + 1, lines.Length);
        Assert.StartsWith("内容编号,类型,标题,检查项目,级别,位置", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("p1,Page,", StringComparison.Ordinal) && line.Contains("MobileNumber,阻止发布,标题", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_was_and_finds_everything_once()
    {
        await using var site = await OpenAsync([.. Enumerable.Range(0, 35).Select(i => ($"p{i:00}", "Page", Number, ""))]);
        var begun = await site.AsAsync("drafter", (SiteCheckRuns runs) => runs.BeginAsync());
        Assert.Null(await site.AsAsync("drafter", (SiteCheckRuns runs) => runs.BeginAsync()));

        // Somebody stops it while the second batch is looked at: the batch after is not stored.
        var batches = 0;
        var stopped = await Work(site).RunNowAsync(() => Records(site).FindAsync(), new Telling(_ =>
        {
            if (++batches == 2)
                Assert.True(site.AsAsync("drafter", (SiteCheckRuns runs) => runs.StopAsync(begun!.Id)).GetAwaiter().GetResult());
        }), default);

        Assert.Equal((SiteCheckState.Stopped, 20, "p19"), (stopped!.State, stopped.Passed, stopped.Position));
        Assert.Equal(SiteCheckState.Stopped, (await Work(site).RunNowAsync(() => Records(site).FindAsync(), null, default))!.State);
        Assert.True(await site.AsAsync("drafter", (SiteCheckRuns runs) => runs.ContinueAsync(begun!.Id)));
        var done = (await RunAsync(site, begin: false))!;
        Assert.Equal((SiteCheckState.Done, 35, begun!.Id), (done.State, done.Passed, done.Id));
        Assert.Equal(Enumerable.Range(0, 35).Select(i => $"p{i:00}"), (await FindingsAsync(site, done)).Where(finding => finding.Check == CheckNames.MobileNumber).Select(finding => finding.ContentItemId));
        Assert.Equal(Enumerable.Range(1, done.Findings), (await FindingsAsync(site, done)).Select(finding => finding.Number));
        var rows = (await site.WithAsync((IAuditTrail trail) => trail.QueryAsync(new() { Action = AuditActions.CheckSiteBegun }))).Records;
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_gone_on_with_by_another()
    {
        await using var site = await OpenAsync([.. Enumerable.Range(0, 25).Select(i => ($"p{i:00}", "Page", Number, ""))]);
        await site.AsAsync("drafter", (SiteCheckRuns runs) => runs.BeginAsync());
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(site).RunNowAsync(() => Records(site).FindAsync(), new Telling(_ => killed.Cancel()), killed.Token));
        Assert.Equal((SiteCheckState.Running, 10), ((await Records(site).FindAsync())!.State, (await Records(site).FindAsync())!.Passed));

        using var other = new SiteCheckWork(Records(site), Leases(site), site.Services.GetRequiredService<IUnitOfWork>(), site.Time, NullLogger<SiteCheckWork>.Instance);
        var done = (await other.RunNowAsync(() => Records(site).FindAsync(), null, default))!;

        Assert.Equal((SiteCheckState.Done, 25), (done.State, done.Passed));
        Assert.Equal(25, (await FindingsAsync(site, done)).Count(finding => finding.Check == CheckNames.MobileNumber));
    }

    [Fact]
    public async Task Of_two_processes_one_checks()
    {
        await using var site = await OpenAsync(("p", "Page", Number, ""));
        Assert.True(await Leases(site).TakeAsync("site-check", "somebody", TimeSpan.FromMinutes(1)));

        Assert.Null(await RunAsync(site));
        Assert.Null(await Records(site).FindAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SiteCheckState.Done, (await RunAsync(site))!.State);
        Assert.True(await Leases(site).TakeAsync("site-check", "somebody", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_new_run_takes_the_place_of_the_last()
    {
        await using var site = await OpenAsync(("p", "Page", Number, ""));
        var first = (await RunAsync(site))!;
        await site.SystemAsync(new Unpublish("p"));

        var second = (await RunAsync(site))!;

        Assert.NotEqual(first.Id, second.Id);
        Assert.Empty(await FindingsAsync(site, second));
        Assert.Empty(await FindingsAsync(site, first));
    }

    private static async Task<ReviewSite> OpenAsync(params (string Id, string Type, string Title, string Mode)[] items)
    {
        var site = await ReviewSite.OpenAsync();
        var data = string.Join(',', items.Select(item => $$$"""
            {"ContentItemId": "{{{item.Id}}}", "ContentItemVersionId": "{{{item.Id}}}-v1", "ContentType": "{{{item.Type}}}", "DisplayText": "{{{item.Title}}}", "Latest": true, "Published": true, "TitlePart": {"Title": "{{{item.Title}}}"}{{{EntryOf(item.Mode)}}} }
            """));
        var report = await site.ImportAsync($$"""{"steps": [{"name": "Content", "data": [{{data}}]}]}""");
        Assert.True(report.Succeeded, string.Join("\n", report.Problems));
        return site;
    }

    private static string EntryOf(string mode) => mode.Length == 0 ? "" : $$$""", "DisclosureEntry": {"DisclosureMode": {"Text": "{{{mode}}}"}, "Abstract": {"Text": "概述"} }""";

    private static Task<SiteCheckRun?> RunAsync(ReviewSite site, bool begin = true) =>
        Work(site).RunNowAsync(() => begin ? site.AsAsync("drafter", (SiteCheckRuns runs) => runs.BeginAsync()) : Records(site).FindAsync(), null, default);

    private static Task<IReadOnlyList<SiteFinding>> FindingsAsync(ReviewSite site, SiteCheckRun run) => Records(site).FindingsAsync(All(run) with { Count = 1000 });

    private static SiteFindingRequest All(SiteCheckRun run) => new(run.Id, ["Page", "DisclosureEntry"]);

    private static SiteCheckWork Work(ReviewSite site) => site.Services.GetRequiredService<SiteCheckWork>();

    private static ISiteCheckRecords Records(ReviewSite site) => site.Services.GetRequiredService<ISiteCheckRecords>();

    private static ILeases Leases(ReviewSite site) => site.Services.GetRequiredService<ILeases>();

    private sealed class Telling(Action<SiteCheckRun> tell) : IProgress<SiteCheckRun>
    {
        public void Report(SiteCheckRun value) => tell(value);
    }
}
