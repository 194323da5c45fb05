using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Catalogue.Entries;

/// <summary>索引号: <c>&lt;agency code&gt;/&lt;year&gt;-&lt;serial&gt;</c>, the serial of five digits or more. Never reused, never changed.</summary>
/// <param name="Code">The agency code, of any length.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Serial">The serial within code and year, from 1.</param>
public sealed partial record IndexNumber(string Code, int Year, long Serial)
{
    /// <summary>The counter from which serials of a code and year are drawn.</summary>
    public static string CounterOf(string code, int year) => string.Create(CultureInfo.InvariantCulture, $"index-number/{code}/{year}");

    /// <summary>Reads an index number; null when it has another shape.</summary>
    public static IndexNumber? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new(match.Groups["code"].Value, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups["serial"].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The address of an entry with an index number: <c>entries/014319626-2022-00001</c>.</summary>
    public static string RouteOf(string indexNumber) => "entries/" + indexNumber.Replace('/', '-');

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}/{Year:0000}-{Serial:00000}");

    [GeneratedRegex(@"^(?<code>[^/\s]+)/(?<year>[0-9]{4})-(?<serial>[0-9]{1,15})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
