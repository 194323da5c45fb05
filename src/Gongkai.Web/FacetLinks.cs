using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>Facets, chips and sort orders of a list as links.</summary>
/// <param name="taxonomies">Names terms.</param>
/// <param name="entries">Names types.</param>
/// <param name="names">Names values that are ids of items.</param>
public sealed class FacetLinks(Taxonomies taxonomies, ListEntries entries, IEnumerable<IFacetNames> names)
{
    private const int MaximumOptions = 30;

    /// <summary>What people call a facet.</summary>
    public static string LabelOf(string facet) => facet switch
    {
        SearchFacets.Type => "类型",
        SearchFacets.Topic => "主题",
        SearchFacets.Genre => "体裁",
        SearchFacets.Issuer => "发布机构",
        SearchFacets.Year => "年份",
        SearchFacets.Audience => "服务对象",
        SearchFacets.Standard => "标准目录事项",
        _ => "有效性",
    };

    /// <summary>The facets with their values: chosen ones first, then by count, years newest first.</summary>
    public IReadOnlyList<FacetGroup> Groups(SearchRequest request, SearchResult result, IEnumerable<string> facets, Func<SearchRequest, string> url) =>
        [.. facets.Select(facet => Group(facet, request, result, url)).Where(group => group.Options.Count > 0)];

    /// <summary>The chosen filters, each with the address that takes it away.</summary>
    public IReadOnlyList<Link> Chips(SearchRequest request, Func<SearchRequest, string> url)
    {
        var chips = new List<Link>();
        foreach (var facet in SearchFacets.All)
        {
            foreach (var value in request.Filters.GetValueOrDefault(facet) ?? [])
                chips.Add(new(PageTexts.Of("{0}：{1}", PageTexts.Of(LabelOf(facet)), PageTexts.Of(LabelOf(facet, value))), url(request.Toggle(facet, value))));
        }

        if (request.Since is { } since)
            chips.Add(new(PageTexts.Of("自 {0}", PageDates.Short(since)), url(request with { Since = null, Page = 1 })));
        if (request.Until is { } until)
            chips.Add(new(PageTexts.Of("至 {0}", PageDates.Short(until)), url(request with { Until = null, Page = 1 })));
        return chips;
    }

    /// <summary>The sort orders.</summary>
    public static IReadOnlyList<Link> Sorts(SearchRequest request, Func<SearchRequest, string> url)
    {
        var hasQuery = !string.IsNullOrWhiteSpace(request.Query);
        Link Sort(string label, SearchSort sort, bool current) => new(label, url(request with { Sort = sort, Page = 1 }), current);
        var newest = Sort("最新", hasQuery ? SearchSort.Newest : SearchSort.Relevance,
            request.Sort == SearchSort.Newest || (!hasQuery && request.Sort == SearchSort.Relevance));
        var oldest = Sort("最早", SearchSort.Oldest, request.Sort == SearchSort.Oldest);
        return hasQuery ? [Sort("相关度", SearchSort.Relevance, request.Sort == SearchSort.Relevance), newest, oldest] : [newest, oldest];
    }

    /// <summary>What people call a facet's value.</summary>
    public string LabelOf(string facet, string value) =>
        SearchFacets.TaxonomyOf(facet) is { } taxonomy ? taxonomies.Current.FindTerm(taxonomy, value)?.Label ?? value
        : facet == SearchFacets.Type ? entries.LabelOfType(value)
        : names.Where(one => one.Facet == facet).Select(one => one.NameOf(value)).FirstOrDefault() ?? value;

    /// <summary>The request's parameters but for some, as hidden fields of a form: label is the name, address the value.</summary>
    public static IReadOnlyList<Link> Hidden(SearchRequest request, params IReadOnlyCollection<string> without)
    {
        var fields = new List<Link>();
        foreach (var facet in SearchFacets.All.Except(without))
            fields.AddRange((request.Filters.GetValueOrDefault(facet) ?? []).Select(value => new Link(facet, value)));
        if (request.Since is { } since)
            fields.Add(new("since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (request.Until is { } until)
            fields.Add(new("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return fields;
    }

    private FacetGroup Group(string facet, SearchRequest request, SearchResult result, Func<SearchRequest, string> url)
    {
        var chosen = request.Filters.GetValueOrDefault(facet) ?? [];
        var counts = result.Facets.GetValueOrDefault(facet) ?? [];
        var missing = chosen.Except(counts.Select(count => count.Id)).Select(value => new FacetCount(value, LabelOf(facet, value), 0));
        var options = counts.Concat(missing)
            .OrderByDescending(count => chosen.Contains(count.Id))
            .ThenByDescending(count => facet == SearchFacets.Year ? count.Id : "", StringComparer.Ordinal)
            .ThenByDescending(count => count.Count)
            .ThenBy(count => count.Label, StringComparer.Ordinal)
            .Take(MaximumOptions)
            .Select(count => new FacetOption(count.Label, count.Count, url(request.Toggle(facet, count.Id)), chosen.Contains(count.Id)));
        return new(facet, LabelOf(facet), [.. options]);
    }
}
