using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Pages;

/// <summary>Where in the catalogue a page is: the whole, a way in, or a value of one.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Heading">What it is called.</param>
/// <param name="Facet">The facet by which it is a way in; null for the whole, and for a taxonomy that is no facet.</param>
/// <param name="Value">The value; null when all of them are shown.</param>
/// <param name="Breadcrumb">The way to it.</param>
internal sealed record CataloguePlace(string Path, string Heading, string? Facet, string? Value, IReadOnlyList<Link> Breadcrumb)
{
    /// <summary>The catalogue's address.</summary>
    public const string Root = "/catalogue";

    /// <summary>The address of the way in by whom something is for.</summary>
    public const string Audiences = Root + "/audiences";

    /// <summary>What people call that way in.</summary>
    public const string AudiencesTitle = "服务对象";

    private static readonly Link Home = new("首页", "/");

    /// <summary>The taxonomy that it is of; null for the others.</summary>
    public TaxonomyTree? Tree { get; private init; }

    /// <summary>The whole catalogue.</summary>
    public static CataloguePlace Whole { get; } = new(Root, "政府信息公开目录", null, null, [Home, Catalogue(isCurrent: true)]);

    /// <summary>A taxonomy.</summary>
    public static CataloguePlace Of(TaxonomyTree tree) =>
        new(tree.Url, tree.Title, SearchFacets.OfTaxonomy(tree.Id), null, [Home, Catalogue(), new(tree.Title, tree.Url, IsCurrent: true)]) { Tree = tree };

    /// <summary>A term.</summary>
    public static CataloguePlace Of(Term term)
    {
        Link[] breadcrumb = [Home, Catalogue(), new(term.Tree.Title, term.Tree.Url), .. term.Lineage.Select(above => new Link(above.Label, above.Url, above == term))];
        return new(term.Url, term.Label, SearchFacets.OfTaxonomy(term.Tree.Id), term.Id, breadcrumb) { Tree = term.Tree };
    }

    /// <summary>All service objects, or one.</summary>
    public static CataloguePlace OfAudience(string? value) => value is null
        ? new(Audiences, AudiencesTitle, SearchFacets.Audience, null, [Home, Catalogue(), new(AudiencesTitle, Audiences, IsCurrent: true)])
        : new(
            UrlOfAudience(value), PageTexts.Of("{0}：{1}", PageTexts.Of(AudiencesTitle), PageTexts.Of(value)), SearchFacets.Audience, value,
            [Home, Catalogue(), new(AudiencesTitle, Audiences), new(value, UrlOfAudience(value), IsCurrent: true)]);

    /// <summary>The page of a service object.</summary>
    public static string UrlOfAudience(string value) => $"{Audiences}/{Uri.EscapeDataString(value)}";

    private static Link Catalogue(bool isCurrent = false) => new("信息公开目录", Root, isCurrent);
}
