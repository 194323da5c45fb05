namespace Gongkai.Content;

/// <summary>Port: full-text search and lists over what is public. Answers from memory and the index, never from the database.</summary>
public interface ISearch
{
    /// <summary>The hits of a request, one page of them, with counts.</summary>
    /// <exception cref="SearchRequestException">The request asks for more than is served (a query too long, a page too deep).</exception>
    SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes when answers may change without a change in the feed: another index came to be served.</summary>
    int Generation { get; }

    /// <summary>Summaries of public items by id, in the order of the ids; missing and hidden ones are left out.</summary>
    IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds);

    /// <summary>By value of a facet: how many items of a list carry it, and which of them are the newest. One pass, however many values there are; a term counts only for itself.</summary>
    /// <param name="request">The list; its words, order, page and size do not count. Chosen values of the facet itself are those that are answered for, else all are.</param>
    /// <param name="facet">One of <see cref="SearchFacets.All"/>.</param>
    /// <param name="most">The most hits of a value, newest first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The values that an item of the list carries.</returns>
    IReadOnlyDictionary<string, FacetNewest> Newest(SearchRequest request, string facet, int most, CancellationToken cancellationToken = default);
}

/// <summary>How hits are ordered.</summary>
public enum SearchSort
{
    /// <summary>Best first; without a query newest first.</summary>
    Relevance,

    /// <summary>By <see cref="SearchHit.Date"/>, newest first.</summary>
    Newest,

    /// <summary>By <see cref="SearchHit.Date"/>, oldest first.</summary>
    Oldest,

    /// <summary>By the place in the list that items are in (<c>ContainedPart.Order</c>), equal ones newest first.</summary>
    Place,
}

/// <summary>The facets, by the names that addresses and the API use.</summary>
public static class SearchFacets
{
    /// <summary>Content type: type names.</summary>
    public const string Type = "type";

    /// <summary>主题: term ids of the taxonomy <c>topics</c>.</summary>
    public const string Topic = "topic";

    /// <summary>体裁: term ids of the taxonomy <c>genres</c>.</summary>
    public const string Genre = "genre";

    /// <summary>机构: term ids of the taxonomy <c>issuers</c>.</summary>
    public const string Issuer = "issuer";

    /// <summary>Year of <c>IssuedOn</c>, else of the date.</summary>
    public const string Year = "year";

    /// <summary>时效: the Chinese value.</summary>
    public const string Validity = "validity";

    /// <summary>服务对象 (公开对象): for whom it is, in the content's own words, folded (<c>企业</c>).</summary>
    public const string Audience = "audience";

    /// <summary>标准目录: the ids of the items of standard catalogues that an entry fulfils.</summary>
    public const string Standard = "standard";

    /// <summary>All facets in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Type, Topic, Genre, Issuer, Year, Validity, Audience, Standard];

    /// <summary>Those that every search counts. Items of standard catalogues are too many to choose from: <see cref="ISearch.Newest"/> counts them for whoever asks.</summary>
    public static readonly IReadOnlyList<string> Counted = [Type, Topic, Genre, Issuer, Year, Validity, Audience];

    /// <summary>The taxonomy (by id) behind a facet, or null.</summary>
    public static string? TaxonomyOf(string facet) => facet switch { Topic => "topics", Genre => "genres", Issuer => "issuers", _ => null };

    /// <summary>The facet of a taxonomy (by id), or null.</summary>
    public static string? OfTaxonomy(string taxonomyId) => All.FirstOrDefault(facet => TaxonomyOf(facet) == taxonomyId);
}

/// <summary>What is asked of the search.</summary>
public sealed record SearchRequest
{
    /// <summary>What a person typed; null or blank lists everything.</summary>
    public string? Query { get; init; }

    /// <summary>Chosen values by facet: several of one facet widen, different facets narrow. A term includes those below it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The first day, inclusive.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only items whose route begins with this, as <c>questions/2021/</c>.</summary>
    public string? RoutePrefix { get; init; }

    /// <summary>Only items that are in this list (<c>ContainedPart.ListContentItemId</c>).</summary>
    public string? ContainerId { get; init; }

    /// <summary>Only some of these items; null for all.</summary>
    public IReadOnlyCollection<string>? Among { get; init; }

    /// <summary>The order of the hits.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 0–100; 0 only counts.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Whether facets are counted.</summary>
    public bool CountFacets { get; init; } = true;
}

/// <summary>A page of hits and the counts.</summary>
/// <param name="Total">How many items match.</param>
/// <param name="Hits">The page's hits.</param>
/// <param name="Facets">Counts by facet, each as if the facet itself had no filter: what a click adds. Terms count their descendants, each item once. Values without a hit are left out.</param>
public sealed record SearchResult(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    /// <summary>Whether nothing has all of the words, and these have a part of them; questions are always answered so.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>How many items carry a value.</summary>
/// <param name="Id">The value: a term id, a type name, a year, a validity.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">How many items.</param>
public sealed record FacetCount(string Id, string Label, int Count);

/// <summary>What carries a value of a facet.</summary>
/// <param name="Count">How many items.</param>
/// <param name="Hits">The newest of them, newest first.</param>
public sealed record FacetNewest(int Count, IReadOnlyList<SearchHit> Hits);

/// <summary>One found item.</summary>
/// <param name="Item">A summary: the public JSON with long texts left out. It is shared: read it only.</param>
/// <param name="Url">Its address, beginning with <c>/</c>.</param>
/// <param name="Date">The date that readers see.</param>
/// <param name="Title">The title, matched words marked.</param>
/// <param name="Snippet">The passage that matches best, matched words marked; the beginning of the text without a query.</param>
/// <param name="Score">Its relevance; 0 without a query.</param>
public sealed record SearchHit(ContentItem Item, string Url, DateOnly? Date, MarkedText Title, MarkedText Snippet, double Score)
{
    /// <summary>The part of the page from which the snippet comes; null without a query, and when it is none in particular.</summary>
    public SearchPassage? Passage { get; init; }

    /// <summary>Whether editors put it on top for this query (编辑推荐).</summary>
    public bool IsPick { get; init; }

    /// <summary>Where a click leads: the address, with the passage's anchor if it has one.</summary>
    public string Link => Passage?.Anchor is { } anchor ? $"{Url}#{Uri.EscapeDataString(anchor)}" : Url;
}

/// <summary>A part of a page: an article, a section, a question with its answer, or a stretch of text.</summary>
/// <param name="Anchor">The id of the element where it begins, as <see cref="PassageAnchors"/> gives it; null when the page has none there.</param>
/// <param name="Label">What people call it, as <c>第十二条</c>, a heading or a question; null when it has no name.</param>
public sealed record SearchPassage(string? Anchor, string? Label);

/// <summary>The request asks for more than is served.</summary>
/// <param name="parameter">The name of the parameter, as <c>q</c> or <c>page</c>.</param>
/// <param name="pattern">What is wrong and what to do, with <c>{0}</c>, <c>{1}</c> and so on for the values.</param>
/// <param name="values">The values.</param>
public sealed class SearchRequestException(string parameter, string pattern, params IReadOnlyList<object> values)
    : Exception(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, [.. values]))
{
    /// <summary>What is wrong, in Simplified Chinese, without the values: whoever shows it may translate it.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;

    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; } = parameter;
}
