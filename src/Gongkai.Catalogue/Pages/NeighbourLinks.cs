using Gongkai.Catalogue.Entries;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Catalogue.Pages;

/// <summary>The entries before and after one in the list that somebody came from, else in that of its topic. From the index alone.</summary>
/// <remarks>The list is in the address (<see cref="ListOrigin"/>), and each link carries it on. So it is part of what a page is kept by.</remarks>
internal sealed class NeighbourLinks(ISearchLists lists, Taxonomies taxonomies, SiteAddresses addresses)
{
    /// <summary>The neighbours; null when the entry is in neither list.</summary>
    public Neighbours? Of(ContentItem entry, IQueryCollection query, CancellationToken cancellationToken)
    {
        var (id, own) = (entry.ContentItemId, OwnList(entry));
        return (ListOrigin.Read(query) is { } named ? Find(id, named, ListOrigin.IsSearch(query), cancellationToken) : null) ?? Find(id, own, isSearch: false, cancellationToken);
    }

    private static SearchRequest OwnList(ContentItem entry) =>
        entry.As<DisclosureEntryPart>().Topics is [var topic, ..] ? new SearchRequest().With(SearchFacets.Topic, topic) : new();

    private Neighbours? Find(string id, SearchRequest list, bool isSearch, CancellationToken cancellationToken)
    {
        try
        {
            // A search finds other types between the entries: it is shown as it was, and its entries follow one another.
            var shown = isSearch ? list with { Page = 1 } : list.With(SearchFacets.Type);
            return lists.Beside(list.With(SearchFacets.Type, DisclosureEntryPart.TypeName), id, cancellationToken) is var (previous, next)
                ? new(LinkOf(previous, shown, isSearch), LinkOf(next, shown, isSearch), isSearch ? addresses.Search + SearchQuery.Write(shown) : UrlOf(shown))
                : null;
        }
        catch (SearchRequestException)
        {
            return null;
        }
    }

    private static Link? LinkOf(SearchHit? hit, SearchRequest list, bool isSearch) => hit is null ? null : new(hit.Item.DisplayText, ListOrigin.AddTo(hit.Url, list, isSearch));

    /// <summary>The list's page: a term's own where nothing but the term was chosen.</summary>
    private string UrlOf(SearchRequest list) =>
        list is { Query: null, Since: null, Until: null, Sort: SearchSort.Relevance, Filters.Count: 1 } && list.Filters.GetValueOrDefault(SearchFacets.Topic) is [var topic]
        && taxonomies.Current.FindTerm("topics", topic) is { } term ? term.Url : "/catalogue" + SearchQuery.Write(list);
}
