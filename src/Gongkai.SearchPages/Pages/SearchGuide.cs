using System.Text;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.SearchPages.Pages;

/// <summary>What a search that found nothing or little can go on with.</summary>
/// <param name="search">The search.</param>
/// <param name="help">Knows the site's words.</param>
/// <param name="addresses">Where the search page is.</param>
internal sealed class SearchGuide(ISearch search, ISearchHelp help, SiteAddresses addresses)
{
    private const int Little = 2;
    private const int MostClosest = 10;
    private const string Marks = "“”\"「」『』＂";

    /// <summary>The guidance for a search and its result.</summary>
    public SearchGuidance For(SearchRequest request, SearchResult result, CancellationToken cancellationToken)
    {
        if (request.Query is not { } query || request.Page > 1 || (result.Total > Little && !result.IsPartial))
            return SearchGuidance.None;
        var everywhere = result.Total == 0 ? Everywhere(request, cancellationToken) : null;
        // Where only the filters hide it, nothing was meant otherwise.
        var meant = everywhere is null ? help.Correct(query, result.IsPartial ? 0 : result.Total, cancellationToken) : null;
        var closest = result.Total == 0 && everywhere is null ? Closest(request, query, cancellationToken) : null;
        return new(
            meant is null ? null : new(meant, addresses.Search + SearchQuery.Write(request with { Query = meant, Page = 1 })),
            everywhere,
            closest);
    }

    private Link? Everywhere(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Filters.Count == 0 && request.Since is null && request.Until is null)
            return null;
        var plain = new SearchRequest { Query = request.Query };
        var count = search.Search(plain with { Size = 0, CountFacets = false }, cancellationToken).Total;
        return count == 0 ? null : new("", addresses.Search + SearchQuery.Write(plain), Count: count);
    }

    /// <summary>What the words find without the marks and signs that ask for more than words.</summary>
    private SearchResult? Closest(SearchRequest request, string query, CancellationToken cancellationToken)
    {
        var words = new StringBuilder(query.Length);
        foreach (var part in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // What was to be left out stays out of it.
            if (part.Length > 1 && part[0] is '-' or '－')
                continue;
            var plain = part.AsSpan();
            if (plain.IndexOfAny(':', '：') is > 0 and var colon && colon + 1 < plain.Length)
                plain = plain[(colon + 1)..];
            foreach (var c in plain)
                words.Append(Marks.Contains(c, StringComparison.Ordinal) ? ' ' : c);
            words.Append(' ');
        }

        var simple = words.ToString().Trim();
        foreach (var attempt in Attempts(simple).Where(attempt => attempt != query))
        {
            var found = search.Search(request with { Query = attempt, Size = MostClosest, CountFacets = false }, cancellationToken);
            if (found.Total > 0)
                return found;
        }

        return null;
    }

    /// <summary>All words, then the longest alone.</summary>
    private static IEnumerable<string> Attempts(string words)
    {
        if (words.Length == 0)
            yield break;
        yield return words;
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } several)
        {
            foreach (var word in several.OrderByDescending(word => word.Length).Take(2))
                yield return word;
        }
    }
}

/// <summary>What to go on with.</summary>
/// <param name="Meant">What was perhaps meant; null when nothing better is known.</param>
/// <param name="Everywhere">The same search without filters, when those hide all; with its count.</param>
/// <param name="Closest">What has a part of the words, when nothing has them all.</param>
internal sealed record SearchGuidance(Link? Meant, Link? Everywhere, SearchResult? Closest)
{
    /// <summary>Nothing.</summary>
    public static SearchGuidance None { get; } = new(null, null, null);
}
