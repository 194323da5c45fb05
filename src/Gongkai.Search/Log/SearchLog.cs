using System.Text;
using Gongkai.Content;
using Gongkai.Search.Help;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Log;

/// <summary>Counts searches and opened results in memory and writes them by day.</summary>
/// <param name="store">Where they are kept; a home without one keeps none.</param>
/// <param name="frequent">Told of what is asked often.</param>
/// <param name="site">Says which day it is.</param>
/// <param name="options">How long days are kept.</param>
/// <param name="logger">Told of what is lost.</param>
internal sealed class SearchLog(ISearchLogStore? store, FrequentQueries frequent, SiteSettings site, SearchLogOptions options, ILogger<SearchLog> logger) : ISearchLog, IDisposable
{
    private const int LongestKey = 100;
    private const int BatchSize = 500;
    private const int MostCounters = 20_000;
    private const int MostQueriesOfDay = 50_000;
    private const int DeepestPosition = 10_000;

    private readonly SearchCounters _counters = new(MostCounters);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private DateOnly _cleaned;

    /// <inheritdoc/>
    public string? KeyOf(string? query)
    {
        // A longer one is not searched for.
        if (string.IsNullOrWhiteSpace(query) || query.Length > ParsedQuery.LongestText)
            return null;
        var key = new StringBuilder(Math.Min(query.Length, LongestKey));
        // What is cut off may hold a number too, so the whole is looked at.
        foreach (var c in HanFolding.Fold(query))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                key.Append(c);
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        var folded = key.ToString().TrimEnd();
        if (folded.Length == 0 || PrivateNumbers.Has(folded))
            return null;
        if (folded.Length > LongestKey)
            folded = folded[..(char.IsHighSurrogate(folded[LongestKey - 1]) ? LongestKey - 1 : LongestKey)].TrimEnd();
        return StorableText.IsStorable(folded) ? folded : null;
    }

    /// <inheritdoc/>
    public void Searched(string key, int? results) => _counters.Add(key, 0, results);

    /// <inheritdoc/>
    public void Clicked(string key, int position)
    {
        if (position is > 0 and <= DeepestPosition)
            _counters.Add(key, position, null);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(CancellationToken cancellationToken = default)
    {
        if (store is null)
            return;
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await WriteCountsAsync(store, cancellationToken);
            await CleanAsync(store, cancellationToken);
            await frequent.RefreshAsync(store, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task WriteCountsAsync(ISearchLogStore into, CancellationToken cancellationToken)
    {
        if (_counters.TakeLost() is > 0 and var lost)
            logger.LogWarning("搜索日志：一分钟内不同的搜索词太多，有 {Lost} 次没有计入。", lost);
        var counts = _counters.Take();
        // A batch is committed or not; what is not is counted again with the next minute's.
        var written = 0;
        try
        {
            foreach (var batch in counts.Chunk(BatchSize))
            {
                await into.AddAsync(site.Today, batch, MostQueriesOfDay, cancellationToken);
                written += batch.Length;
            }
        }
        finally
        {
            foreach (var count in counts.Skip(written))
                _counters.Add(count.Query, count.Position, count.Results, count.Count);
        }
    }

    private async Task CleanAsync(ISearchLogStore from, CancellationToken cancellationToken)
    {
        var today = site.Today;
        if (_cleaned == today || options.Days == 0)
            return;
        await from.DeleteBeforeAsync(today.AddDays(-options.Days), cancellationToken);
        _cleaned = today;
    }
}
