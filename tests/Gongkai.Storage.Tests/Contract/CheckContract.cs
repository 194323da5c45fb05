using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What the command <c>check</c> finds in a database that somebody else has changed.</summary>
public abstract class CheckContract : StorageContract
{
    [Fact]
    public async Task A_sound_database_has_no_fault() => Assert.Empty(await FindFaultsAsync(await OpenWithItemsAsync()));

    [Theory]
    [InlineData("""DELETE FROM "Routes" WHERE "Path" = 'x'""", "内容“a”的版本“v1”的地址索引与内容不符。")]
    [InlineData("""DELETE FROM "Aliases" """, "内容“topics”的版本“topics-v1”的别名索引与内容不符。", "内容“a”的版本“v1”的别名索引与内容不符。")]
    [InlineData("""DELETE FROM "Terms" WHERE "TermId" = 'health'""", "内容“c”的版本“v3”的分类索引与内容不符。")]
    [InlineData("""DELETE FROM "References" """, "内容“a”的版本“v1”的链接索引与内容不符。")]
    [InlineData("""DELETE FROM "Schedules" """, "内容“t”的版本“v4”的定时安排与内容不符。")]
    [InlineData("""UPDATE "Schedules" SET "DueUtc" = '2030-01-02 00:00:00'""", "内容“t”的版本“v4”的定时安排与内容不符。")]
    [InlineData("""DELETE FROM "Html" """, "内容“a”的版本“v1”的网页正文与内容不符。")]
    [InlineData("""UPDATE "Versions" SET "Published" = TRUE, "Latest" = TRUE WHERE "VersionId" = 'v2'""",
        "内容“b”的版本“v2”的编号、类型或状态与数据库所记不符。", "内容“b”的版本“v2”的网页正文与内容不符。", "内容“b”在工作台的列表中缺失，或与最新的版本不符。")]
    [InlineData("""UPDATE "Versions" SET "Latest" = TRUE WHERE "VersionId" = 'v1'""", "内容“a”有多个已发布或最新的版本。", "内容“a”的版本“v1”的编号、类型或状态与数据库所记不符。",
        "内容“a”在工作台的列表中缺失，或与最新的版本不符。")]
    [InlineData("""DELETE FROM "Lists" WHERE "ContentItemId" = 't'""", "内容“t”在工作台的列表中缺失，或与最新的版本不符。")]
    [InlineData("""UPDATE "Lists" SET "LatestKey" = 999 WHERE "ContentItemId" = 't'""", "内容“t”在工作台的列表中缺失，或与最新的版本不符。", "内容“t”已不存在，却还在工作台的列表中。")]
    [InlineData("""INSERT INTO "Routes" ("Path", "ContentItemId") VALUES ('stray', 'b')""", "内容“b”没有已发布的版本，却还占用地址或别名。")]
    [InlineData("""DELETE FROM "Changes" WHERE "Sequence" = 2""", "变更记录有缺号：共 7 条，最后一条是第 8 号。")]
    public async Task What_does_not_agree_is_named(string damage, params string[] faults)
    {
        var site = await OpenWithItemsAsync();

        await Fixture.ExecuteSqlAsync(damage);

        Assert.Equal(faults, await FindFaultsAsync(site));
    }

    [Fact]
    public async Task Json_that_cannot_be_read_is_named()
    {
        var site = await OpenWithItemsAsync();

        await Fixture.ExecuteSqlAsync("""UPDATE "Versions" SET "Json" = '{"x":' WHERE "VersionId" = 'v2'""");

        Assert.StartsWith("内容“b”的版本“v2”不是有效的 JSON：", Assert.Single(await FindFaultsAsync(site)), StringComparison.Ordinal);
    }

    private async Task<TestSite> OpenWithItemsAsync()
    {
        var site = await OpenAsync();
        await site.DoAsync(
            Sample.Import(Sample.Notice("a", "一", route: "x", alias: "y", topics: ["finance"], related: ["b"]), "v1"),
            Sample.Import(Sample.Notice("b"), "v2"), Sample.Import(Sample.Notice("c", topics: ["health"]), "v3", published: false),
            Sample.Import(Sample.Timed("t", archive: new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "v4"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "二", route: "z"), "v1"), new Delete("b"));
        return site;
    }

    private static Task<IReadOnlyList<string>> FindFaultsAsync(TestSite site) => site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync();
}
