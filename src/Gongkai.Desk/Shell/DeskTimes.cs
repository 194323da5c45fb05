using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Shell;

/// <summary>Times as people read and write them: in the site's time zone.</summary>
/// <param name="site">The time zone.</param>
public sealed class DeskTimes(SiteSettings site)
{
    /// <summary>A time to the minute, as <c>2026-11-25 14:03</c>; empty for none.</summary>
    public string TextOf(DateTime? utc) => utc is { } given
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(given, DateTimeKind.Utc), site.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "";
}
