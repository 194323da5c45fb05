namespace Gongkai.Content;

/// <summary>The site's settings in typed form. What a recipe or the desk stored goes before what configuration gives.</summary>
/// <param name="settings">The stored settings.</param>
/// <param name="defaults">What configuration gives.</param>
/// <param name="time">The clock.</param>
public sealed class SiteSettings(ISettings settings, SiteDefaults defaults, TimeProvider time)
{
    private const int MaximumPageSize = 100;

    /// <summary>The site's name.</summary>
    public string SiteName => settings.Get(SettingsNames.Site).Text("SiteName") is { Length: > 0 } name ? name : defaults.SiteName;

    /// <summary>Entries a list page; 20 unless set.</summary>
    public int PageSize => settings.Get(SettingsNames.Site) is { } site && site.TryGetPropertyValue("PageSize", out var node)
        && int.TryParse(node?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var size) && size is > 0 and <= MaximumPageSize ? size : 20;

    /// <summary>Whether the site says that its content is a sample (<c>GongkaiSettings.SampleSite</c>).</summary>
    public bool IsSample => settings.Get(SettingsNames.Site).Child("GongkaiSettings")?.Flag("SampleSite") ?? false;

    /// <summary>The name of the index profile that the site's search uses.</summary>
    public string? IndexProfileName => settings.Get(SettingsNames.Site).Child("SearchSettings")?.Text("DefaultIndexProfileName");

    /// <summary>The theme that a recipe or the desk chose; null leaves it to configuration.</summary>
    public string? ThemeName => settings.Get(SettingsNames.Site).Text("CurrentThemeName") is { Length: > 0 } name ? name : null;

    /// <summary>The time zone in which days and years are counted.</summary>
    public TimeZoneInfo TimeZone =>
        settings.Get(SettingsNames.Site).Text("TimeZoneId") is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : defaults.TimeZone;

    /// <summary>Today in the site's time zone.</summary>
    public DateOnly Today => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The day of a point in time, in the site's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone));

    /// <summary>The date that readers see at an item: <c>PublishedOn</c>, else the day it was published.</summary>
    public DateOnly? DateOf(ContentItem item, IndexContribution contribution) =>
        contribution.Day("PublishedOn") ?? (item.PublishedUtc is { } utc ? DayOf(utc) : null);
}

/// <summary>What configuration gives where nothing is stored.</summary>
/// <param name="SiteName">The site's name.</param>
/// <param name="TimeZone">The time zone in which days and years are counted.</param>
public sealed record SiteDefaults(string SiteName, TimeZoneInfo TimeZone);
