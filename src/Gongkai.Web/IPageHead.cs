using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>Port of whoever renders pages, who need not know it: what the head of a page says to machines beside its national tags.</summary>
public interface IPageHead
{
    /// <summary>The head of a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="page">The page.</param>
    PageHead Of(HttpContext http, ShownPage page);
}

/// <summary>A page as it is about to be rendered.</summary>
/// <param name="Title">Its title, without the site's name; null for the home page.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Item">The item that it shows; null when it shows none.</param>
/// <param name="Html">The item's derived HTML by key.</param>
/// <param name="Model">What its template gets.</param>
/// <param name="Metadata">Its national tags.</param>
public sealed record ShownPage(
    string? Title, int Status, Content.ContentItem? Item, IReadOnlyDictionary<string, string> Html, IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata);
