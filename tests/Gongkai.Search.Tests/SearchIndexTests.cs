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
        site.Data.Published.Remove("a");
        site.Data.Published["c"] = Entry("c", "公开");

        var faults = (await site.Index.CheckAsync()).Faults;

        Assert.Contains(faults, fault => fault.Contains("：c。", StringComparison.Ordinal) && fault.Contains("不在搜索索引中", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("：a。", StringComparison.Ordinal) && fault.Contains("并未公开", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flipped_bytes_are_found()
    {
        var site = new SiteInMemory();
        await site.Publish([.. Enumerable.Range(0, 200).Select(i => Entry($"e{i}", "政府信息公开条例", "各级人民政府应当加强对政府信息公开工作的组织领导"))]);
        await site.DisposeAsync();
        foreach (var file in Directory.GetFiles(site.Data.Folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 2000))
        {
            var bytes = File.ReadAllBytes(file);
            for (var i = bytes.Length / 3; i < bytes.Length / 2; i++)
                bytes[i] ^= 0xFF;
            File.WriteAllBytes(file, bytes);
        }

        await using var reopened = new SiteInMemory(site.Data);

        Assert.NotEmpty((await reopened.Index.CheckAsync()).Faults);
    }
}
