using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Entries;

/// <summary>The previous and the next entry in the list that somebody came from, else in that of the entry's topic: <c>/catalogue/beside/&lt;id&gt;/previous</c> and <c>…/next</c>.</summary>
/// <remarks>An entry's page is kept and the same for all. So it links here; the list is in the address of the page that the link was followed on.</remarks>
internal sealed class NeighbourLinks(ISearch search, ISearchLists lists)
{
    private const string Previous = "previous";
    private const string Next = "next";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapRead("/catalogue/beside/{id}/{step}", (HttpContext http, string id, string step, NeighbourLinks links) => links.Answer(http, id, step)).WithName("Gongkai.Catalogue.Beside");

    /// <summary>The links of an entry.</summary>
    public static IReadOnlyList<Link> LinksOf(string contentItemId) =>
        [new("上一篇", $"/catalogue/beside/{Uri.EscapeDataString(contentItemId)}/{Previous}"), new("下一篇", $"/catalogue/beside/{Uri.EscapeDataString(contentItemId)}/{Next}")];

    private void Answer(HttpContext http, string id, string step)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (step is not (Previous or Next) || Find(http, id) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var hit = step == Next ? found.Neighbours.Next : found.Neighbours.Previous;
        // At the end of the list there is the list.
        http.Response.Redirect(http.Request.PathBase + (hit is null ? "/catalogue" + SearchQuery.Write(found.List.With(SearchFacets.Type)) : ListOrigin.AddTo(hit.Url, found.List.With(SearchFacets.Type))));
    }

    private (SearchRequest List, ListNeighbours Neighbours)? Find(HttpContext http, string id)
    {
        if (ListOrigin.OfReferrer(http.Request) is { } named && Beside(Entries(named), id, http.RequestAborted) is { } there)
            return (Entries(named), there);
        if (search.Find([id]) is not [{ Item.ContentType: DisclosureEntryPart.TypeName } entry])
            return null;
        var list = entry.Item.As<DisclosureEntryPart>().Topics is [var topic, ..] ? Entries(new SearchRequest().With(SearchFacets.Topic, topic)) : Entries(new());
        return Beside(list, id, http.RequestAborted) is { } neighbours ? (list, neighbours) : null;
    }

    private static SearchRequest Entries(SearchRequest list) => list.With(SearchFacets.Type, DisclosureEntryPart.TypeName);

    private ListNeighbours? Beside(SearchRequest list, string id, CancellationToken cancellationToken)
    {
        try
        {
            return lists.Beside(list, id, cancellationToken);
        }
        catch (SearchRequestException)
        {
            return null;
        }
    }
}
