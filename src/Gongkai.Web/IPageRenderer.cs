using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>A page that a module asks its home to render inside the site's layout.</summary>
/// <param name="Template">The template's name, as <c>GongkaiCatalogue</c>.</param>
/// <param name="Model">Strings, numbers, dates, lists, dictionaries, JSON, content items, or types that a module declared to the renderer.</param>
/// <param name="Title">The page's title, without the site's name.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record Page(string Template, IReadOnlyDictionary<string, object?> Model, string? Title, int Status = 200)
{
    /// <summary>The national page metadata (ColumnName, ArticleTitle, …) beside the site's own.</summary>
    public PageMetadata Metadata { get; init; } = PageMetadata.None;
}

/// <summary>The meta tags of a column or an article.</summary>
/// <remarks>政府网站发展指引 (国办发〔2017〕47号), annex on page tags.</remarks>
public sealed record PageMetadata
{
    /// <summary>No tags beyond the site's own.</summary>
    public static PageMetadata None { get; } = new();

    /// <summary>ColumnName.</summary>
    public string? ColumnName { get; init; }

    /// <summary>ColumnDescription; null leaves it to <see cref="Description"/> where the page is the column itself.</summary>
    public string? ColumnDescription { get; init; }

    /// <summary>ColumnKeywords, parted by commas.</summary>
    public string? ColumnKeywords { get; init; }

    /// <summary>ColumnType, from the list of the rules.</summary>
    public string? ColumnType { get; init; }

    /// <summary>ArticleTitle.</summary>
    public string? ArticleTitle { get; init; }

    /// <summary>PubDate, as <c>2022-01-20 09:00</c>.</summary>
    public string? PubDate { get; init; }

    /// <summary>A day as <see cref="PubDate"/> has it: the hour is not recorded.</summary>
    public static string? PubDateOf(DateOnly? day) => day is { } given ? given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00" : null;

    /// <summary>ContentSource.</summary>
    public string? ContentSource { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Keywords.</summary>
    public string? Keywords { get; init; }

    /// <summary>The page's one address, beginning with <c>/</c>; null for the address without its query.</summary>
    public string? Canonical { get; init; }

    /// <summary>The page's address with all that it was asked and that it knows, beginning with <c>/</c>; null for <see cref="Canonical"/>. A choice of language keeps it.</summary>
    public string? Asked { get; init; }

    /// <summary>The language of what editors wrote, where it is not the page's; null otherwise.</summary>
    public string? ContentLanguage { get; } = PageLanguage.Current.IsOfContent ? null : PageLanguage.Simplified.Code;

    /// <summary>The page in each language; empty in a home that has one.</summary>
    public IReadOnlyList<LanguageLink> Languages { get; init; } = [];

    /// <summary>The path base of the canonical address: that of the page's language. Null in a home that has one language.</summary>
    public string? CanonicalBase { get; init; }

    /// <summary>Whether search engines should leave the page out, as search results.</summary>
    public bool NoIndex { get; init; }

    /// <summary>What the head says to machines: set by whoever renders the page, if a module offers it.</summary>
    public PageHead? Head { get; init; }
}

/// <summary>Port: renders a module's pages with the site's theme.</summary>
public interface IPageRenderer
{
    /// <summary>Renders a page into the response.</summary>
    Task RenderAsync(HttpContext http, Page page);
}

/// <summary>Port of a home that shows items itself. In Orchard Core its own display does.</summary>
public interface IItemRenderer
{
    /// <summary>Renders a public item as its own page (<c>Content-QaIssue.liquid</c>).</summary>
    /// <param name="http">The request.</param>
    /// <param name="item">The item; the caller has asked <see cref="Publicity.IsPublic"/>.</param>
    /// <param name="html">Its derived HTML by key.</param>
    /// <param name="model">What the template gets beside the item.</param>
    /// <param name="metadata">The page's tags.</param>
    Task RenderItemAsync(HttpContext http, ContentItem item, IReadOnlyDictionary<string, string> html, IReadOnlyDictionary<string, object?> model, PageMetadata metadata);
}

/// <summary>Port: whether the person behind a request may do something.</summary>
public interface IPermissionCheck
{
    /// <summary>Whether a permission (Orchard Core's name where it has one) is granted, for an item if given.</summary>
    Task<bool> IsAllowedAsync(HttpContext http, string permission, ContentItem? item = null);
}
