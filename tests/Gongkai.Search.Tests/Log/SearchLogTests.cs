using Gongkai.Content;
using Gongkai.Search.Log;
using Microsoft.Extensions.DependencyInjection;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Log;

public sealed class SearchLogTests : IAsyncLifetime
{
    private readonly StoreInMemory _store = new();
    private readonly SiteInMemory _site;

    public SearchLogTests() => _site = new(configure: services => services.AddSingleton<ISearchLogStore>(_store).AddSingleton(new SearchLogOptions(30)));

    public Task InitializeAsync() => _site.CatchUp();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task One_query_in_other_scripts_widths_and_spaces_is_counted_as_one()
    {
        foreach (var query in (string[])["信息公开 Open", " 信息公開　ＯＰＥＮ ", "信息公开\t open"])
            _site.Log.Searched(_site.Log.KeyOf(query)!, 7);
        _site.Log.Clicked("信息公开 open", 3);

        await _site.Log.WriteAsync();

        Assert.Equal([new("信息公开 open", 0, 3, 7), new("信息公开 open", 3, 1)], _store.Added.OrderBy(count => count.Position));
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("我的电话是 138 0013 8000")]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("\0")]
    public void What_looks_like_a_persons_number_or_is_nothing_is_not_kept(string query) => Assert.Null(_site.Log.KeyOf(query));

    [Fact]
    public void A_number_beyond_what_is_kept_of_a_long_query_counts_too()
    {
        Assert.Null(_site.Log.KeyOf(new string('长', 150) + " 13800138000"));
        Assert.Equal(new string('长', 100), _site.Log.KeyOf(new string('长', 150)));
        Assert.Null(_site.Log.KeyOf(new string('长', 513)));
    }

    [Fact]
    public void A_key_can_be_stored_and_is_its_own_key()
    {
        foreach (var query in (string[])["a\0b", "𠮷\ud842", new string('长', 99) + "𠮷", "ﷺﷺﷺﷺﷺﷺﷺﷺ", "\r\nx\u0085y"])
        {
            if (_site.Log.KeyOf(query) is not { } key)
                continue;
            Assert.True(StorableText.IsStorable(key) && key.Length is > 0 and <= 100);
            Assert.Equal(key, _site.Log.KeyOf(key));
        }
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_with_the_next()
    {
        _site.Log.Searched("公积金", 5);
        _store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => _site.Log.WriteAsync());
        _site.Log.Searched("公积金", 6);
        _store.Fails = false;

        await _site.Log.WriteAsync();
        await _site.Log.WriteAsync();

        Assert.Equal(new("公积金", 0, 2, 6), Assert.Single(_store.Added));
    }

    [Fact]
    public async Task What_was_counted_last_is_written_when_the_site_ends()
    {
        _site.Log.Searched("公积金", 5);

        await _site.LogWriting.RunAsync(new CancellationToken(canceled: true));

        Assert.Equal(new("公积金", 0, 1, 5), Assert.Single(_store.Added));
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_does_not_end_the_writing_and_loses_nothing()
    {
        _site.Log.Searched("公积金", 5);
        _store.Fails = true;
        await _site.LogWriting.RunAsync(new CancellationToken(canceled: true));
        _store.Fails = false;

        await _site.LogWriting.RunAsync(new CancellationToken(canceled: true));

        Assert.Equal(new("公积金", 0, 1, 5), Assert.Single(_store.Added));
    }

    [Fact]
    public async Task Days_beyond_their_time_are_deleted()
    {
        await _site.Log.WriteAsync();

        Assert.Equal(DateOnly.FromDateTime(_site.Time.GetUtcNow().UtcDateTime).AddDays(-30), _store.DeletedBefore);
    }

    [Fact]
    public async Task What_others_ask_often_is_suggested_as_long_as_it_finds_something()
    {
        await _site.Publish(Entry("a", "住房公积金管理条例"), Entry("b", "招生简章"));
        _store.Frequent.AddRange(["公积金管理", "公积金密函"]);
        await _site.Log.WriteAsync();

        Assert.Equal(["公积金管理"], Queries("公积金"));
        Assert.Equal(["公积金管理"], Queries("gjjgl"));
        await _site.Withdraw("a");

        Assert.Empty(Queries("公积金"));
    }

    [Fact]
    public void Counters_are_bounded_and_those_that_are_there_go_on_counting()
    {
        var counters = new SearchCounters(100);
        counters.Add("先来", 0, 1);
        for (var i = 0; i < 1000; i++)
            counters.Add("水" + i, 0, 0);
        counters.Add("先来", 0, 2);

        Assert.Equal(100, counters.Size);
        Assert.Equal(new("先来", 0, 2, 2), counters.Take().Single(count => count.Query == "先来"));
        Assert.Equal(901, counters.TakeLost());
        Assert.Empty(counters.Take());
        Assert.Equal(0, counters.Size);
    }

    [Fact]
    public async Task Nothing_is_lost_or_counted_twice_when_many_count_while_one_takes()
    {
        var counters = new SearchCounters(1000);
        var taken = 0L;
        var counting = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
                counters.Add("词" + (i % 7), i % 3, null);
        })).ToArray();
        while (!Task.WhenAll(counting).IsCompleted)
            taken += counters.Take().Sum(count => count.Count);
        await Task.WhenAll(counting);
        taken += counters.Take().Sum(count => count.Count);

        Assert.Equal(200_000, taken);
    }

    private IEnumerable<string> Queries(string typed) => _site.Help.Suggest(typed, 8).Where(suggestion => suggestion.Kind == SuggestionKind.Query).Select(suggestion => suggestion.Text.Text);

    private sealed class StoreInMemory : ISearchLogStore
    {
        public List<SearchCount> Added { get; } = [];

        public List<string> Frequent { get; } = [];

        public DateOnly? DeletedBefore { get; private set; }

        public bool Fails { get; set; }

        public Task AddAsync(DateOnly day, IReadOnlyCollection<SearchCount> counts, int mostQueries, CancellationToken cancellationToken = default)
        {
            if (Fails)
                throw new IOException();
            Added.AddRange(counts);
            return Task.CompletedTask;
        }

        public IAsyncEnumerable<SearchLogEntry> ReadAsync(DateOnly? from, DateOnly? to, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> FrequentAsync(DateOnly since, int leastCount, int leastDays, int most, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<string>>(Frequent);

        public Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default)
        {
            DeletedBefore = day;
            return Task.FromResult(0);
        }
    }
}
