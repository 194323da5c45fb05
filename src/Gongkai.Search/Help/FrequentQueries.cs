using Gongkai.Content;
using Gongkai.Search.Phrases;

namespace Gongkai.Search.Help;

/// <summary>What people ask often and find: suggested to others. Read anew from time to time.</summary>
/// <remarks>Asked on several days and often, so that nobody reads what one person asked. Whoever suggests one looks first whether it still finds something.</remarks>
/// <param name="site">Says which day it is.</param>
/// <param name="time">The clock.</param>
internal sealed class FrequentQueries(SiteSettings site, TimeProvider time)
{
    private const int Days = 60;
    private const int LeastCount = 5;
    private const int LeastDays = 2;
    private const int Most = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private PhraseTable _table = PhraseTable.Empty;
    private long? _read;

    /// <summary>The queries, most frequent first.</summary>
    public PhraseTable Current => Volatile.Read(ref _table);

    /// <summary>Reads them anew if it is time.</summary>
    public async Task RefreshAsync(ISearchLogStore store, CancellationToken cancellationToken)
    {
        if (_read is { } read && time.GetElapsedTime(read) < Interval)
            return;
        var queries = await store.FrequentAsync(site.Today.AddDays(-Days), LeastCount, LeastDays, Most, cancellationToken);
        Volatile.Write(ref _table, PhraseTable.Of(queries));
        _read = time.GetTimestamp();
    }
}
