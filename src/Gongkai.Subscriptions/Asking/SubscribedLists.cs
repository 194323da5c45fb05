using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Subscriptions.Asking;

/// <summary>A list as somebody subscribes to it.</summary>
/// <param name="List">The list.</param>
/// <param name="Asked">What is asked of it.</param>
/// <param name="Title">What people call it with what is asked of it, in the language of the page or mail that is being made; a title of an editor's own as it is written.</param>
/// <param name="Page">The page that shows it, beginning with <c>/</c>.</param>
internal sealed record SubscribedList(NamedList List, SearchRequest Asked, string Title, string Page)
{
    /// <summary>What is asked of it, in its one spelling.</summary>
    public string Query => SearchQuery.Write(Asked);

    /// <summary>What it lists, newest first.</summary>
    public SearchRequest Request => List.Narrow(Asked with { Page = 1 }) with { CountFacets = false };
}

/// <summary>Lists by their name and what is asked of them.</summary>
internal sealed class SubscribedLists(FacetLinks facets, INamedLists? lists = null)
{
    // As the database keeps it in a key.
    private const int LongestName = 300;
    private const int LongestQuery = 1000;

    /// <summary>The list of an address's parameters; null when there is none, or it is too much asked.</summary>
    public SubscribedList? Find(string? name, IQueryCollection query)
    {
        if (name is not { Length: > 0 and <= LongestName } || !StorableText.IsStorable(name) || lists?.Find(name) is not { } list)
            return null;
        var asked = list.TakesFilters ? SearchQuery.Read(query).Request with { Page = 1, Sort = SearchSort.Relevance } : new SearchRequest();
        var text = SearchQuery.Write(asked);
        if (text.Length > LongestQuery || asked.Query?.Length > 200 || !StorableText.IsStorable(asked.Query ?? ""))
            return null;
        var title = PageTexts.Of(list.Title);
        IEnumerable<string> said = [asked.Query is { } words ? PageTexts.Of("{0}：{1}", title, words) : title];
        return new(list, asked, string.Join(" · ", [.. said, .. facets.Chips(asked, _ => "").Select(chip => chip.Text)]), list.Page + text);
    }

    /// <summary>The list of a stored name and query.</summary>
    public SubscribedList? Find(string name, string query) => Find(name, new QueryCollection(QueryHelpers.ParseNullableQuery(query) ?? []));
}
