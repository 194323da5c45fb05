namespace Gongkai.Content;

/// <summary>The types whose public items the site's search finds: what readers take for the site's content, unlike catalogues of what is to be disclosed.</summary>
public static class SearchedTypes
{
    /// <summary>The types that the index profile lists which <c>SearchSettings.DefaultIndexProfileName</c> names; none where there is no such profile.</summary>
    public static IReadOnlyList<string> Of(ISettings settings, SiteSettings site) =>
        (site.IndexProfileName is { } name ? settings.Get(SettingsNames.IndexProfiles).Child(name) : null)?.Child("Properties")?.Child("ContentIndexMetadata")?.Texts("IndexedContentTypes") ?? [];
}
