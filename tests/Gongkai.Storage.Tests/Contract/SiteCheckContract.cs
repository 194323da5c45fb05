using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Checks of the whole site and what they found.</summary>
public abstract class SiteCheckContract : StorageContract
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_run_is_begun_once_and_stands_where_its_findings_do()
    {
        var site = await OpenAsync();
        var records = Of(site);
        Assert.Null(await records.FindAsync());
        await site.DoAsync(Sample.Import(Sample.Notice("b"), "b1"), Sample.Import(Sample.Notice("a"), "a1"), Sample.Import(Sample.Timed("c"), "c1"), new SaveDraft(Sample.Notice("draft"), null));

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => records.BeginAsync(new($"r{i}", "wang", Noon)))));
        var run = Assert.Single(begun, one => one is not null)!;
        // The taxonomy is published, too.
        Assert.Equal((4, SiteCheckState.Waiting), (run.Items, run.State));
        Assert.Equal(["a", "b"], await records.NextAsync("", 2));
        Assert.Equal(["c", "topics"], await records.NextAsync("b", 9));

        Assert.False(await records.StoreAsync(run with { Position = "a" }, [Finding("a", "X")]));
        Assert.True(await records.MoveAsync(run.Id, [SiteCheckState.Waiting], SiteCheckState.Running, Noon));
        Assert.False(await records.MoveAsync(run.Id, [SiteCheckState.Waiting], SiteCheckState.Running, Noon));
        Assert.True(await records.StoreAsync(run with { State = SiteCheckState.Running, Position = "a", Passed = 1, UpdatedUtc = Noon.AddMinutes(1) }, [Finding("a", "X"), Finding("a", "Y")]));
        Assert.True(await records.StoreAsync(run with { State = SiteCheckState.Done, Position = "b", Passed = 2, Failed = 1, UpdatedUtc = Noon.AddMinutes(2) }, [Finding("b", "X") with { IsBlocking = true }]));

        Assert.Equal(run with { State = SiteCheckState.Done, Position = "b", Passed = 2, Failed = 1, Findings = 3, UpdatedUtc = Noon.AddMinutes(2) }, await records.FindAsync());
        Assert.False(await records.StoreAsync(run with { State = SiteCheckState.Running }, [Finding("c", "X")]));
        var all = new SiteFindingRequest(run.Id, ["Notice", "Timed"]);
        var found = await records.FindingsAsync(all);
        Assert.Equal([1, 2, 3], found.Select(finding => finding.Number));
        var first = Finding("a", "X");
        Assert.Equal(first with { Number = 1, Values = [] }, found[0] with { Values = [] });
        Assert.Equal(first.Values, found[0].Values);
        Assert.Equal([3], (await records.FindingsAsync(all with { IsBlocking = true })).Select(finding => finding.Number));
        Assert.Equal([1, 3], (await records.FindingsAsync(all with { Check = "X" })).Select(finding => finding.Number));
        Assert.Equal([3], (await records.FindingsAsync(all with { After = 1, Skip = 1, Count = 1 })).Select(finding => finding.Number));
        Assert.Equal([("X", false, 1), ("X", true, 1), ("Y", false, 1)], (await records.CountAsync(all)).OrderBy(count => count));

        // What somebody does not see is not theirs to know, and what was deleted is nobody's.
        Assert.Empty(await records.FindingsAsync(all with { ContentTypes = ["Timed"] }));
        Assert.Empty(await records.CountAsync(all with { Offices = new([], []) }));
        await site.DoAsync(new Delete("a"));
        Assert.Equal([3], (await records.FindingsAsync(all)).Select(finding => finding.Number));

        Assert.NotNull(await records.BeginAsync(new("next", "wang", Noon.AddDays(1))));
        Assert.Empty(await records.FindingsAsync(all));
        Assert.False(await records.MoveAsync("\0", [SiteCheckState.Waiting], SiteCheckState.Stopped, Noon));
        Assert.Empty(await records.FindingsAsync(new("\0", ["Notice"])));
    }

    private static SiteFinding Finding(string item, string check) => new(0, item, "Notice", "通知", check, false)
    {
        VersionId = item + "1",
        Path = "Notice.Source.Text",
        Label = "来源",
        File = "docs/甲.pdf",
        Line = 3,
        Message = "链接打不开：{0}",
        Values = ["/a,\"b\""],
        Excerpt = "***",
    };

    private static ISiteCheckRecords Of(TestSite site) => site.Services.GetRequiredService<ISiteCheckRecords>();
}
