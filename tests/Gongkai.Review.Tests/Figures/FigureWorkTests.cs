using Gongkai.Content;
using Gongkai.Review.Figures;
using Gongkai.Review.Tests.Support;

namespace Gongkai.Review.Tests.Figures;

/// <summary>The report of a real storage, reviews and all.</summary>
public sealed class FigureWorkTests : IAsyncLifetime
{
    private static readonly CountedScope Everything = new(["DisclosureEntry", "PolicyInterpretation", "Page"], null);

    private ReviewSite _site = null!;

    public async Task InitializeAsync() => _site = await ReviewSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_was_decided_counts_in_its_period_public_or_not_and_once()
    {
        await _site.ApproveAsync("open");
        await _site.DoAsync("publisher", "open", "publish");
        await DecideAsync("closed", new("不予公开", "《条例》第十四条"));
        await DecideAsync("undone", new("主动公开", ""));
        await _site.DoAsync("secrecy", "undone", "secrecy-to-draft", "补附件");
        await DecideAsync("deleted", new("主动公开", ""));
        Assert.True((await _site.SystemAsync(new Delete("deleted"))).Succeeded);
        _site.Time.Advance(TimeSpan.FromDays(40));
        await DecideAsync("next", new("依申请公开", "《条例》第十六条"));

        var reviewed = (await ReportAsync(2026))[FigureTables.Reviewed];

        Assert.Equal(["open"], Ids(reviewed, "主动公开"));
        Assert.Equal(["closed"], Ids(reviewed, "不予公开"));
        Assert.Equal(2, reviewed.CountOf(FigureTables.All));
        Assert.Equal(["next"], Ids((await ReportAsync(2027))[FigureTables.Reviewed], FigureTables.All));
        Assert.Equal(0, (await ReportAsync(2025))[FigureTables.Reviewed].CountOf(FigureTables.All));
        Assert.Equal(0, (await ReportAsync(2026, new(["Page"], null)))[FigureTables.Reviewed].CountOf(FigureTables.All));
    }

    [Fact]
    public async Task Policies_stand_by_when_their_interpretation_came_also_when_that_is_of_a_later_period()
    {
        foreach (var id in (string[])["step", "late", "missing", "withdrawn"])
        {
            await _site.SaveAsync("drafter", id, item => item.EnsurePart("DisclosureEntry")["NeedsInterpretation"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = true });
            await PublishAsync(id);
        }

        await InterpretAsync("i-step", "step");
        await InterpretAsync("i-withdrawn", "withdrawn");
        Assert.True((await _site.SystemAsync(new Unpublish("i-withdrawn"))).Succeeded);
        _site.Time.Advance(TimeSpan.FromDays(60));
        await InterpretAsync("i-late", "late");

        var report = await ReportAsync(2026);

        Assert.Equal(["step"], report.Find(FigureTables.Policies, "InStep", FigureTables.All)!.Items.Select(item => item.ContentItemId));
        Assert.Equal(["late"], report.Find(FigureTables.Policies, "Late", FigureTables.All)!.Items.Select(item => item.ContentItemId));
        Assert.Equal(["missing", "withdrawn"], report.Find(FigureTables.Policies, "Missing", FigureTables.All)!.Items.Select(item => item.ContentItemId).Order());
        Assert.Equal(["i-step"], report.Find(FigureTables.Interpretations, FigureTables.All, FigureTables.All)!.Items.Select(item => item.ContentItemId));
        Assert.Equal(4, report[FigureTables.Columns].CountOf("DisclosureEntry"));
    }

    private async Task DecideAsync(string id, Gongkai.Review.Standing.ModeDecision decision)
    {
        await _site.SaveAsync("drafter", id);
        await _site.DoAsync("drafter", id, "submit");
        await _site.DoAsync("reviewer", id, "decide", decision: decision);
    }

    private async Task PublishAsync(string id, string type = ReviewSite.Entry)
    {
        await _site.ApproveAsync(id, type);
        await _site.DoAsync("publisher", id, "publish");
    }

    private async Task InterpretAsync(string id, string policy)
    {
        await _site.SaveAsync("drafter", id, item => item.EnsurePart("PolicyInterpretation").SetPickedIds("Policies", [policy]), "PolicyInterpretation");
        await PublishAsync(id, "PolicyInterpretation");
    }

    private Task<FigureReport> ReportAsync(int year, CountedScope? scope = null) =>
        _site.WithAsync((FigureWork work) => work.MakeAsync(FigurePeriod.OfYear(year), scope ?? Everything, default));

    private static string[] Ids(FigureTable table, string column) => [.. table.Find(FigureTables.All, column)!.Items.Select(item => item.ContentItemId)];
}
