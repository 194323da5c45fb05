using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests;

public sealed class SearchIndexTests
{
    [Fact]
    public async Task A_sound_index_has_no_faults()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"), Entry("b", "公开", mode: "不予公开"));

        var report = await site.Index.CheckAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((1, 2L), (report.Documents, report.Sequence));
        Assert.True(report.Bytes > 0);
    }

    [Fact]
    public async Task A_missing_index_is_a_fault()
    {
        await using var site = new SiteInMemory();

        Assert.Contains("还没有搜索索引", Assert.Single((await site.Index.CheckAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disagreement_with_the_database_is_named()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"), Entry("b", "公开"));
        site.Data.Published.TryRemove("a", out _);
        site.Data.Published["c"] = Entry("c", "公开");

        var faults = (await site.Index.CheckAsync()).Faults;

        Assert.Contains(faults, fault => fault.Contains("：c。", StringComparison.Ordinal) && fault.Contains("不在搜索索引中", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("：a。", StringComparison.Ordinal) && fault.Contains("并未公开", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flipped bytes")]
    [InlineData("a missing file")]
    [InlineData("a cut file")]
    [InlineData("no folder")]
    public async Task Damage_is_found_and_a_rebuild_mends_it(string damage)
    {
        await using var site = new SiteInMemory();
        await site.Publish([.. Enumerable.Range(0, 200).Select(i => Entry($"e{i}", "政府信息公开条例", "各级人民政府应当加强对政府信息公开工作的组织领导"))]);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        Do(damage, Path.Combine(site.Data.Folder, "index"));

        var report = await site.Index.CheckAsync();
        Assert.NotEmpty(report.Faults);
        Assert.True(report.NeedsRebuild);
        await site.Index.RebuildAsync();

        Assert.Empty((await site.Index.CheckAsync()).Faults);
        Assert.Equal(200, site.Find("政府信息公开").Total);
    }

    [Theory]
    [InlineData("flipped bytes")]
    [InlineData("a missing file")]
    [InlineData("a cut file")]
    public async Task Damage_that_came_while_nobody_looked_is_found_or_mended_when_the_index_is_opened(string damage)
    {
        var closed = new SiteInMemory();
        await closed.Publish([.. Enumerable.Range(0, 200).Select(i => Entry($"e{i}", "政府信息公开条例", "各级人民政府应当加强对政府信息公开工作的组织领导"))]);
        await closed.DisposeAsync();
        Do(damage, Path.Combine(closed.Data.Folder, "index"));

        await using var site = new SiteInMemory(closed.Data);
        await site.CatchUp();
        var report = await site.Index.CheckAsync();

        Assert.NotEmpty(report.Faults);
        Assert.Equal(report.NeedsRebuild, !report.Faults.Any(fault => fault.Contains("已自动重建", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_check_beside_an_owner_that_goes_on_committing_finds_no_fault_that_is_not_there()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("first", "公开"));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await site.Publish(Entry($"e{i % 50}", $"公开 {i}"));
                site.Time.Advance(TimeSpan.FromSeconds(1));
            }
        });

        for (var i = 0; i < 10; i++)
            Assert.Empty((await site.Index.CheckAsync()).Faults);
        await stop.CancelAsync();
        await writing;
    }

    private static void Do(string damage, string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 2000).ToList();
        switch (damage)
        {
            case "flipped bytes":
                foreach (var file in files)
                {
                    var bytes = File.ReadAllBytes(file);
                    for (var i = bytes.Length / 3; i < bytes.Length / 2; i++)
                        bytes[i] ^= 0xFF;
                    File.WriteAllBytes(file, bytes);
                }

                break;
            case "a missing file":
                File.Delete(files[0]);
                break;
            case "a cut file":
                using (var file = new FileStream(files[0], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                    file.SetLength(1000);
                break;
            case "no folder":
                Directory.Delete(folder, recursive: true);
                break;
        }
    }
}
