using System.Globalization;
using System.Text;
using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary><c>search-log export</c>: what people searched for, as CSV (RFC 4180, UTF-8).</summary>
internal static class SearchLogExport
{
    private const string DayFormat = "yyyy-MM-dd";

    // A spreadsheet takes what begins so for a formula.
    private const string Formulas = "=+-@\t\r";

    /// <summary>Exports; false when a day cannot be read.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!TryRead("--from", from, out var first) || !TryRead("--to", to, out var last))
            return false;
        await Console.Out.WriteLineAsync("日期,搜索词,搜索次数,结果数,点击次数,点击位置");
        await foreach (var entry in services.GetRequiredService<ISearchLogStore>().ReadAsync(first, last, cancellationToken))
            await Console.Out.WriteLineAsync(LineOf(entry));
        return true;
    }

    /// <summary>A line: day, query, searches, results, clicks, and the clicks by position as <c>1:12 3:4</c>.</summary>
    internal static string LineOf(SearchLogEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Day:yyyy-MM-dd},{Quoted(entry.Query)},{entry.Searches},{entry.Results},{entry.Clicks.Sum(click => click.Value)},{string.Join(' ', entry.Clicks.Select(click => string.Create(CultureInfo.InvariantCulture, $"{click.Key}:{click.Value}")))}");

    private static string Quoted(string text)
    {
        var safe = Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    private static bool TryRead(string option, string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
            return true;
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return true;
        }

        Console.Error.WriteLine($"{option}“{ShortText.Of(text)}”不是日期，应写作 2026-12-31。");
        return false;
    }
}
