using Gongkai.Content;
using Gongkai.Syndication.Schema;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Syndication.Head;

/// <summary>What a page is called where people share it.</summary>
/// <remarks>The Open Graph protocol, ogp.me.</remarks>
internal static class OpenGraph
{
    /// <summary>The properties of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="siteImage">The site's own picture, beginning with <c>/</c>; empty for none.</param>
    public static IEnumerable<HeadProperty> Of(ShownPage page, PagePlace place, string siteImage = "")
    {
        var isArticle = page.Metadata.ArticleTitle is not null;
        (string Name, string? Value)[] properties =
        [
            ("og:title", page.Metadata.ArticleTitle ?? page.Title ?? place.SiteName),
            ("og:type", isArticle ? "article" : "website"),
            ("og:url", place.Url),
            ("og:site_name", place.SiteName),
            ("og:locale", PageLanguage.Current.Locale),
            .. page.Metadata.Languages.Where(link => !link.IsCurrent).Select(link => ("og:locale:alternate", PageLanguage.Find(link.Code)?.Locale)),
            ("og:description", page.Metadata.Description),
            ("og:image", (PageImage.Of(page) ?? siteImage) is { Length: > 0 } image ? place.UrlOf(image) : null),
            .. isArticle ? ArticleOf(page) : [],
        ];
        return properties.Where(property => !string.IsNullOrEmpty(property.Value)).Select(property => new HeadProperty(property.Name, property.Value!));
    }

    private static IEnumerable<(string Name, string? Value)> ArticleOf(ShownPage page) =>
    [
        ("article:published_time", page.Metadata.PubDate is { Length: >= 10 } day ? day[..10] : null),
        ("article:modified_time", page.Item is { } item && PublicItem.ChangeOf(item) is { } changed ? Times.Rfc3339(changed) : null),
        ("article:section", page.Metadata.ColumnName),
    ];
}
