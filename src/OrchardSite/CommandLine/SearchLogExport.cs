using System.Globalization;
using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary><c>search-log export</c>: what people searched for, as CSV (RFC 4180, UTF-8).</summary>
internal static class SearchLogExport
{
    /// <summary>Exports; false when a day cannot be read.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!DayOption.TryRead("--from", from, out var first) || !DayOption.TryRead("--to", to, out var last))
            return false;
        await Console.Out.WriteLineAsync("日期,搜索词,搜索次数,结果数,点击次数,点击位置");
        await foreach (var entry in services.GetRequiredService<ISearchLogStore>().ReadAsync(first, last, cancellationToken))
            await Console.Out.WriteLineAsync(LineOf(entry));
        await services.GetRequiredService<IAuditTrail>().AppendAsync([new(AuditActions.SearchLogExported) { Details = new() { ["from"] = from, ["to"] = to } }], CancellationToken.None);
        return true;
    }

    /// <summary>A line: day, query, searches, results, clicks, and the clicks by position as <c>1:12 3:4</c>.</summary>
    internal static string LineOf(SearchLogEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Day:yyyy-MM-dd},{CsvText.Of(entry.Query)},{entry.Searches},{entry.Results},{entry.Clicks.Sum(click => click.Value)},{string.Join(' ', entry.Clicks.Select(click => string.Create(CultureInfo.InvariantCulture, $"{click.Key}:{click.Value}")))}");
}
