using System.Globalization;

namespace Gongkai.Content;

/// <summary>What people searched for as CSV (RFC 4180): day, query, searches, results, clicks, and the clicks by position as <c>1:12 3:4</c>.</summary>
public static class SearchLogExport
{
    /// <summary>Writes entries below a line of names.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<SearchLogEntry> entries, TextWriter writer, CancellationToken cancellationToken = default)
    {
        await writer.WriteLineAsync("日期,搜索词,搜索次数,结果数,点击次数,点击位置".AsMemory(), cancellationToken);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(LineOf(entry).AsMemory(), cancellationToken);
    }

    /// <summary>An entry's line.</summary>
    internal static string LineOf(SearchLogEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Day:yyyy-MM-dd},{CsvText.Of(entry.Query)},{entry.Searches},{entry.Results},{entry.Clicks.Sum(click => click.Value)},{string.Join(' ', entry.Clicks.Select(click => string.Create(CultureInfo.InvariantCulture, $"{click.Key}:{click.Value}")))}");
}
