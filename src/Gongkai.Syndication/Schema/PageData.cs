using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Syndication.Schema;

/// <summary>The schema.org data of a page as one graph: the page or its item, the way to it, and on the home page the site with its search.</summary>
internal static class PageData
{
    private const int MostListed = 100;

    /// <summary>The data as JSON-LD that is safe inside a script element.</summary>
    public static string Of(ShownPage page, PagePlace place, Func<TaxonomySnapshot> terms) => JsonAnswer.ToText(GraphOf(page, place, terms));

    /// <summary>The data.</summary>
    internal static JsonObject GraphOf(ShownPage page, PagePlace place, Func<TaxonomySnapshot> terms)
    {
        List<JsonObject> graph = place.Path == "/" ? [Site(place), Organisation(place)] : [];
        if (page.Item is { } item)
            graph.Add(ItemData.Of(item, page, place, terms));
        else if (place.Path != "/")
            graph.Add(Collection(page, place));
        if (page.Model.GetValueOrDefault("Breadcrumb") is IEnumerable<Link> links && Breadcrumb([.. links], place) is { } breadcrumb)
            graph.Add(breadcrumb);
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = JsonAnswer.Array(graph) };
    }

    private static JsonObject Site(PagePlace place) => JsonAnswer.Object(
        ("@type", "WebSite"), ("@id", place.UrlOf("/#website")), ("url", place.UrlOf("/")), ("name", place.SiteName), ("inLanguage", LanguageOfPage),
        ("publisher", Ref(place.UrlOf("/#organization"))),
        ("potentialAction", JsonAnswer.Object(
            ("@type", "SearchAction"),
            ("target", JsonAnswer.Object(("@type", "EntryPoint"), ("urlTemplate", place.UrlOf(place.SearchPath) + "?q={search_term_string}"))),
            ("query-input", "required name=search_term_string"))));

    private static JsonObject Organisation(PagePlace place) =>
        JsonAnswer.Object(("@type", "GovernmentOrganization"), ("@id", place.UrlOf("/#organization")), ("name", place.SiteName), ("url", place.UrlOf("/")));

    private static JsonObject Collection(ShownPage page, PagePlace place)
    {
        var listed = page.Model.GetValueOrDefault("List") is IEnumerable<ListEntry> list && !page.Metadata.NoIndex ? list.Take(MostListed).ToList() : [];
        return JsonAnswer.Object(
            ("@type", page.Metadata.NoIndex ? "SearchResultsPage" : listed.Count > 0 ? "CollectionPage" : "WebPage"), ("@id", place.Url), ("url", place.Url),
            ("name", page.Title), ("description", page.Metadata.Description), ("inLanguage", LanguageOfPage), ("isPartOf", Ref(place.UrlOf("/#website"))),
            ("mainEntity", listed.Count == 0 ? null : JsonAnswer.Object(
                ("@type", "ItemList"), ("numberOfItems", page.Model.GetValueOrDefault("Total") is int total ? total : null),
                ("itemListElement", JsonAnswer.Array(listed.Select((entry, i) => JsonAnswer.Object(
                    ("@type", "ListItem"), ("position", i + 1), ("url", place.UrlOf(AddressOf(entry))), ("name", entry.Title))))))));
    }

    /// <summary>An item's one address: that of a link says from which list it leads away.</summary>
    private static string AddressOf(ListEntry entry) => entry.Url.Split('?')[0];

    private static JsonObject? Breadcrumb(List<Link> links, PagePlace place) => links.Count < 2 ? null : JsonAnswer.Object(
        ("@type", "BreadcrumbList"),
        ("itemListElement", JsonAnswer.Array(links.Select((link, i) => JsonAnswer.Object(
            ("@type", "ListItem"), ("position", i + 1), ("name", link.Text), ("item", place.UrlOf(link.Url)))))));

    private static string LanguageOfPage => PageLanguage.Current.IsOfContent ? "zh-CN" : PageLanguage.Current.Code;

    internal static JsonObject Ref(string id) => new() { ["@id"] = id };
}
