using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>The site's settings in typed form. What a recipe or the desk stored goes before what configuration gives.</summary>
/// <param name="settings">The stored settings.</param>
/// <param name="defaults">What configuration gives.</param>
/// <param name="time">The clock.</param>
public sealed class SiteSettings(ISettings settings, SiteDefaults defaults, TimeProvider time)
{
    private const int MaximumPageSize = 100;

    private Stamped? _known;

    /// <summary>The site's name.</summary>
    public string SiteName => Current.SiteName ?? defaults.SiteName;

    /// <summary>The address under which people reach the site, without a slash at its end; empty when it is not said. Never the request's host: whoever sends a request says what that is.</summary>
    public string BaseUrl => (Current.BaseUrl ?? defaults.BaseUrl).TrimEnd('/');

    /// <summary>The picture by which pages without one of their own are shown where people share them, beginning with <c>/</c>; empty for none.</summary>
    public string ShareImage => defaults.ShareImage;

    /// <summary>Entries a list page; 20 unless set.</summary>
    public int PageSize => Current.PageSize;

    /// <summary>Whether the site says that its content is a sample (<c>GongkaiSettings.SampleSite</c>).</summary>
    public bool IsSample => Current.IsSample;

    /// <summary>The name of the index profile that the site's search uses.</summary>
    public string? IndexProfileName => Current.IndexProfileName;

    /// <summary>The theme that a recipe or the desk chose; null leaves it to configuration.</summary>
    public string? ThemeName => Current.ThemeName;

    /// <summary>The time zone in which days and years are counted.</summary>
    public TimeZoneInfo TimeZone => Current.TimeZone ?? defaults.TimeZone;

    /// <summary>Today in the site's time zone.</summary>
    public DateOnly Today => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The day of a point in time, in the site's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone));

    /// <summary>The date that readers see at an item: <c>PublishedOn</c>, else the day it was published.</summary>
    public DateOnly? DateOf(ContentItem item, IndexContribution contribution) =>
        contribution.Day("PublishedOn") ?? (item.PublishedUtc is { } utc ? DayOf(utc) : null);

    // Every page asks several times: read once for each state of the document.
    private Stored Current
    {
        get
        {
            var stamp = settings.StampOf(SettingsNames.Site);
            if (stamp is not null && Volatile.Read(ref _known) is { } known && known.Stamp == stamp)
                return known.Stored;
            var stored = Read(settings.Get(SettingsNames.Site));
            if (stamp is not null)
                Volatile.Write(ref _known, new Stamped(stamp, stored));
            return stored;
        }
    }

    private static Stored Read(JsonObject site) => new(
        site.Text("SiteName") is { Length: > 0 } name ? name : null,
        site.TryGetPropertyValue("PageSize", out var node)
            && int.TryParse(node?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var size) && size is > 0 and <= MaximumPageSize ? size : 20,
        site.Child("GongkaiSettings")?.Flag("SampleSite") ?? false,
        site.Child("SearchSettings")?.Text("DefaultIndexProfileName"),
        site.Text("CurrentThemeName") is { Length: > 0 } theme ? theme : null,
        site.Text("TimeZoneId") is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null,
        site.Text("BaseUrl") is { Length: > 0 } address ? address : null);

    private sealed record Stored(string? SiteName, int PageSize, bool IsSample, string? IndexProfileName, string? ThemeName, TimeZoneInfo? TimeZone, string? BaseUrl);

    private sealed record Stamped(object Stamp, Stored Stored);
}

/// <summary>What configuration gives where nothing is stored.</summary>
/// <param name="SiteName">The site's name.</param>
/// <param name="TimeZone">The time zone in which days and years are counted.</param>
/// <param name="BaseUrl">The address under which people reach the site; empty when it is not said.</param>
/// <param name="ShareImage">The picture by which pages without one of their own are shown where people share them, beginning with <c>/</c>; empty for none.</param>
public sealed record SiteDefaults(string SiteName, TimeZoneInfo TimeZone, string BaseUrl = "", string ShareImage = "");
