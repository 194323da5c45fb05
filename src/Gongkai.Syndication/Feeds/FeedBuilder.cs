using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Syndication.Feeds;

/// <summary>Makes a feed of a page of hits. Everything comes from the index.</summary>
/// <param name="site">The site's name, its time zone.</param>
/// <param name="taxonomies">Names terms.</param>
/// <param name="lists">Names types.</param>
/// <param name="facets">Names filters.</param>
internal sealed class FeedBuilder(SiteSettings site, Taxonomies taxonomies, ListEntries lists, FacetLinks facets)
{
    /// <summary>A feed.</summary>
    /// <param name="origin">What absolute addresses begin with.</param>
    /// <param name="ending"><c>.atom</c> or <c>.rss</c>.</param>
    /// <param name="list">The list.</param>
    /// <param name="request">What its address asks for, without what the list itself is.</param>
    /// <param name="result">What the index answered.</param>
    /// <param name="identity">What identifies entries begins with it: the same in every language.</param>
    public Feed Build(string origin, string ending, FeedList list, SearchRequest request, SearchResult result, string identity)
    {
        string Url(SearchRequest changed) => origin + list.UrlOf(ending, SearchQuery.Write(changed));
        var entries = result.Hits.Select(hit => EntryOf(origin, identity, hit)).ToList();
        var pager = Paging.Of(request, result.Total, Url);
        return new(TitleOf(list, request), site.SiteName, Url(request), origin + list.Page + SearchQuery.Write(request with { Sort = SearchSort.Relevance, Page = 1 }),
            entries.Select(entry => entry.UpdatedUtc).DefaultIfEmpty(DateTime.UnixEpoch).Max(), entries)
        {
            Id = Url(request with { Page = 1 }),
            Pages = pager.Pages == 1 ? [] : [.. PagesOf(pager, request, Url)],
            Search = list.IsSearch ? (result.Total, ((request.Page - 1) * request.Size) + 1, request.Size, request.Query) : null,
        };
    }

    private static IEnumerable<(string Relation, string Url)> PagesOf(Pager pager, SearchRequest request, Func<SearchRequest, string> url)
    {
        yield return ("first", url(request with { Page = 1 }));
        if (pager.Previous is { } previous)
            yield return ("previous", previous);
        if (pager.Next is { } next)
            yield return ("next", next);
        yield return ("last", url(request with { Page = pager.Pages }));
    }

    private string TitleOf(FeedList list, SearchRequest request)
    {
        IEnumerable<string> said = request.Query is { } query ? [PageTexts.Of("{0}：{1}", list.Text, query)] : [list.Text];
        return string.Join(" · ", [.. said, .. facets.Chips(request, _ => "").Select(chip => chip.Text), site.SiteName]);
    }

    private FeedEntry EntryOf(string origin, string identity, SearchHit hit)
    {
        var item = hit.Item;
        var published = hit.Date is { } day ? Times.Begin(day, site.TimeZone) : item.PublishedUtc;
        var part = item.Part(item.ContentType);
        List<FeedCategory> categories = [new(item.ContentType, PageTexts.Of(lists.LabelOfType(item.ContentType)))];
        foreach (var (field, taxonomy) in (ReadOnlySpan<(string, string)>)[("Topic", "topics"), ("Genre", "genres")])
            categories.AddRange(TermsOf(part?.TermIds(field) ?? [], taxonomy).Select(term => new FeedCategory(term.Id, PageTexts.Of(term.Label))));
        var issuers = TermsOf(part?.TermIds("Issuer") ?? [], "issuers").Select(term => term.Label).ToList();
        return new(
            $"{identity}/Contents/ContentItems/{Uri.EscapeDataString(item.ContentItemId)}", hit.Title.Text, origin + hit.Url, published,
            PublicItem.ChangeOf(item) ?? published ?? DateTime.UnixEpoch, part?.TextField("Abstract") ?? hit.Snippet.Text,
            issuers.Count > 0 ? string.Join(' ', issuers) : part?.TextField("Source"), categories);
    }

    private IEnumerable<Term> TermsOf(IReadOnlyList<string> ids, string taxonomy) => ids.Select(id => taxonomies.Current.FindTerm(taxonomy, id)).OfType<Term>();
}
