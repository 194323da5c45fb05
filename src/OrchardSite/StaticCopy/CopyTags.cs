using System.Globalization;

namespace OrchardSite.StaticCopy;

/// <summary>Tags of a copy's pages beside those of decision 9: what makes a page old that no change of the site tells.</summary>
internal static class CopyTags
{
    /// <summary>The page could not be made when it should have been.</summary>
    public const string Stale = "stale";

    private const string DayBegin = "day:";

    /// <summary>A page that says how things stand on a day.</summary>
    public static string Day(DateOnly day) => DayBegin + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A link was looked for in vain: the page changes when something comes to stand there.</summary>
    public static string Vain(string key) => "vain:" + key;

    /// <summary>Whether a page with a tag is old whatever has changed.</summary>
    public static bool IsOld(string tag, DateOnly today) =>
        tag == Stale || (tag.StartsWith(DayBegin, StringComparison.Ordinal) && tag != Day(today));
}
