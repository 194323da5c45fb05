using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What people search for is counted by day, across processes, and goes with its time.</summary>
public abstract class SearchLogContract : StorageContract
{
    private const int Most = 100;
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    [Fact]
    public async Task Counts_add_up_across_processes_and_clicks_stand_by_their_positions()
    {
        var (one, other) = (Log(await Fixture.OpenAsync()), Log(await Fixture.OpenAsync()));
        await one.AddAsync(Monday, [new("公积金", 0, 3, 12), new("公积金", 2, 1)], Most);
        await other.AddAsync(Monday, [new("公积金", 0, 4, 13), new("公积金", 2, 1), new("公积金", 11, 5), new("招生", 0, 1, 0)], Most);
        await one.AddAsync(Tuesday, [new("公积金", 0, 1, null)], Most);

        var entries = await ReadAsync(other);

        Assert.Equal([(Monday, "公积金", 7L, 13), (Monday, "招生", 1L, 0), (Tuesday, "公积金", 1L, null)], entries.Select(entry => (entry.Day, entry.Query, entry.Searches, entry.Results)));
        Assert.Equal([new(2, 2), new(11, 5)], entries[0].Clicks);
    }

    [Fact]
    public async Task Results_that_are_not_known_leave_those_that_were()
    {
        var log = Log(await Fixture.OpenAsync());
        await log.AddAsync(Monday, [new("公积金", 0, 1, 12)], Most);
        await log.AddAsync(Monday, [new("公积金", 0, 1, null)], Most);

        Assert.Equal(12, Assert.Single(await ReadAsync(log)).Results);
    }

    [Fact]
    public async Task A_span_of_days_is_read_with_both_ends_and_what_is_older_can_be_deleted()
    {
        var log = Log(await Fixture.OpenAsync());
        for (var day = 0; day < 4; day++)
            await log.AddAsync(Monday.AddDays(day), [new("公积金", 0, 1, 1)], Most);

        Assert.Equal([Tuesday, Tuesday.AddDays(1)], (await ReadAsync(log, Tuesday, Tuesday.AddDays(1))).Select(entry => entry.Day));
        Assert.Equal(2, await log.DeleteBeforeAsync(Tuesday.AddDays(1)));
        Assert.Equal([Tuesday.AddDays(1), Tuesday.AddDays(2)], (await ReadAsync(log)).Select(entry => entry.Day));
    }

    [Fact]
    public async Task Frequent_is_what_found_something_was_asked_often_and_on_several_days()
    {
        var log = Log(await Fixture.OpenAsync());
        await log.AddAsync(Monday, [new("常问", 0, 3, 5), new("更常问", 0, 9, 5), new("只在一天", 0, 90, 5), new("找不到", 0, 90, 0), new("少", 0, 1, 5), new("没搜过", 3, 99)], Most);
        await log.AddAsync(Tuesday, [new("常问", 0, 2, 5), new("更常问", 0, 9, 5), new("找不到", 0, 90, 0), new("少", 0, 1, 5)], Most);

        Assert.Equal(["更常问", "常问"], await log.FrequentAsync(Monday, leastCount: 5, leastDays: 2, most: 10));
        Assert.Equal(["更常问"], await log.FrequentAsync(Monday, leastCount: 5, leastDays: 2, most: 1));
        Assert.Empty(await log.FrequentAsync(Tuesday, leastCount: 5, leastDays: 2, most: 10));
    }

    [Fact]
    public async Task A_flood_of_different_queries_fills_a_day_only_so_far_and_hinders_none_of_those_it_has()
    {
        var log = Log(await Fixture.OpenAsync());
        await log.AddAsync(Monday, [new("先来", 0, 1, 1)], 3);
        await log.AddAsync(Monday, [.. Enumerable.Range(0, 50).Select(i => new SearchCount($"水{i}", 0, 1, 0)), new("先来", 0, 1, 1), new("先来", 4, 1)], 3);
        await log.AddAsync(Monday, [new("后到", 0, 1, 1), new("水0", 0, 1, 0)], 3);

        var entries = await ReadAsync(log);

        Assert.Equal(["先来", "水0", "水1"], entries.Select(entry => entry.Query).Order(StringComparer.Ordinal));
        Assert.Equal([2L, 2L, 1L], entries.Select(entry => entry.Searches));
        Assert.Equal([new(4, 1)], entries.Single(entry => entry.Query == "先来").Clicks);
    }

    [Fact]
    public async Task More_than_one_batch_is_kept_whole()
    {
        var log = Log(await Fixture.OpenAsync());
        await log.AddAsync(Monday, [.. Enumerable.Range(0, 1200).Select(i => new SearchCount($"词{i}", 0, i + 1, i))], 5000);

        var entries = await ReadAsync(log);

        Assert.Equal(1200, entries.Count);
        Assert.Equal(("词1199", 1200L, 1199), (entries[0].Query, entries[0].Searches, entries[0].Results));
    }

    [Fact]
    public async Task Over_days_a_query_has_all_its_searches_and_openings_and_the_results_of_the_last_day_that_knows()
    {
        var site = await Fixture.OpenAsync();
        var log = Log(site);
        await log.AddAsync(Monday.AddDays(-1), [new("招生", 0, 50, 0)], Most);
        await log.AddAsync(Monday, [new("公积金", 0, 3, 0), new("公积金", 2, 1), new("公积金", 1, 4), new("招生", 0, 1, 0), new("补贴", 0, 2, 9), new("只点开", 1, 9)], Most);
        await log.AddAsync(Tuesday, [new("公积金", 0, 4, 12), new("公积金", 2, 1), new("补贴", 0, 1, 0), new("低保", 0, 9, null)], Most);
        await log.AddAsync(Tuesday.AddDays(1), [new("公积金", 0, 1, null), new("招生", 0, 1, 0)], Most);

        var all = await FindAsync(site, foundNothing: false);
        var nothing = await FindAsync(site, foundNothing: true);

        Assert.Equal([("低保", 9L, null), ("公积金", 8L, 12), ("补贴", 3L, 0), ("招生", 2L, (int?)0)], all.Queries.Select(query => (query.Query, query.Searches, query.Results)));
        Assert.Equal([new(1, 4), new(2, 2)], all.Queries[1].Clicks);
        Assert.Equal((6L, 0L), (all.Queries[1].Opened, all.Queries[0].Opened));
        Assert.Equal(["补贴", "招生"], nothing.Queries.Select(query => query.Query));
        Assert.Equal((4, 2), (all.Total, nothing.Total));
        Assert.Equal(["公积金", "补贴"], (await FindAsync(site, foundNothing: false, skip: 1, count: 2)).Queries.Select(query => query.Query));
        Assert.Equal(0, (await FindAsync(site, foundNothing: false, day: Monday.AddDays(9))).Total);
    }

    [Fact]
    public async Task Counting_is_no_change_of_content()
    {
        var site = await Fixture.OpenAsync();
        await Log(site).AddAsync(Monday, [new("公积金", 0, 1, 1)], Most);

        Assert.Equal(0, await site.Feed.GetLastAsync());
    }

    private static Task<SearchedQueries> FindAsync(TestSite site, bool foundNothing, int skip = 0, int count = 10, DateOnly? day = null) =>
        site.Services.GetRequiredService<ISearchedQueries>().FindAsync(day ?? Monday, (day ?? Monday).AddDays(2), foundNothing, skip, count);

    private static ISearchLogStore Log(TestSite site) => site.Services.GetRequiredService<ISearchLogStore>();

    private static async Task<List<SearchLogEntry>> ReadAsync(ISearchLogStore log, DateOnly? from = null, DateOnly? to = null)
    {
        var entries = new List<SearchLogEntry>();
        await foreach (var entry in log.ReadAsync(from, to))
            entries.Add(entry);
        return entries;
    }
}
