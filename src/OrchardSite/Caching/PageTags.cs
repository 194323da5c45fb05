using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>The names of what a kept page shows. When one of them changes, the page is forgotten.</summary>
internal static class PageTags
{
    /// <summary>A list or a count over items of every type.</summary>
    public const string AnyList = "list";

    /// <summary>The taxonomies: labels, trees, addresses of terms.</summary>
    public const string Terms = "terms";

    /// <summary>An item: shown, linked to, or looked for in vain.</summary>
    public static string Item(string contentItemId) => "item:" + contentItemId;

    /// <summary>Which items link to an item.</summary>
    public static string Links(string contentItemId) => "links:" + contentItemId;

    /// <summary>A list of one type, or a count in it.</summary>
    public static string List(string contentType) => "list:" + contentType;

    /// <summary>What a change touches by itself; <see cref="Links"/> of what the item links to come beside.</summary>
    public static IEnumerable<string> Of(Change change) => change.ContentType == "Taxonomy"
        ? [Item(change.Id), List(change.ContentType), AnyList, Terms]
        : [Item(change.Id), List(change.ContentType), AnyList];
}
