using System.Globalization;
using System.Text;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>A search request in an address: the one set of parameter names that pages and the API share.</summary>
public static class SearchQuery
{
    private const int MaximumSize = 100;

    /// <summary>The parameters, in the order in which addresses are written.</summary>
    public static readonly IReadOnlyList<string> Names = ["q", .. SearchFacets.All, "since", "until", "sort", "page", "size"];

    /// <summary>Reads a request. What is unknown or wrong is named in the faults and left out of the request, so that a page can go on with the rest.</summary>
    /// <param name="query">The address's parameters.</param>
    /// <param name="pageSize">Hits a page unless given.</param>
    public static (SearchRequest Request, IReadOnlyDictionary<string, string[]> Faults) Read(IQueryCollection query, int pageSize = 20)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var name in query.Keys.Where(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
            faults[name] = [PageTexts.Of("没有名为“{0}”的参数；可用的参数：{1}。", ShortText.Of(name), string.Join(", ", Names))];
        var request = new SearchRequest
        {
            Query = query["q"].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim(),
            Filters = ReadFilters(query, faults),
            Since = ReadDay(query, "since", faults),
            Until = ReadDay(query, "until", faults),
            Sort = ReadSort(query, faults),
            Page = ReadNumber(query, "page", 1, 1, int.MaxValue, faults),
            Size = ReadNumber(query, "size", pageSize, 0, MaximumSize, faults),
        };
        return (request, faults);
    }

    /// <summary>The query string of a request, beginning with <c>?</c>; empty when it is all defaults. The same request gives the same string.</summary>
    public static string Write(SearchRequest request)
    {
        var result = new StringBuilder();
        Add("q", request.Query);
        foreach (var facet in SearchFacets.All)
        {
            foreach (var value in request.Filters.GetValueOrDefault(facet) ?? [])
                Add(facet, value);
        }

        Add("since", request.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("until", request.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (request.Sort != SearchSort.Relevance)
            Add("sort", request.Sort == SearchSort.Newest ? "newest" : "oldest");
        if (request.Page > 1)
            Add("page", request.Page.ToString(CultureInfo.InvariantCulture));
        return result.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                result.Append(result.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The request with a value of a facet chosen, or not any more, on its first page.</summary>
    public static SearchRequest Toggle(this SearchRequest request, string facet, string value)
    {
        var chosen = request.Filters.GetValueOrDefault(facet) ?? [];
        IReadOnlyList<string> changed = chosen.Contains(value) ? [.. chosen.Where(other => other != value)] : [.. chosen, value];
        return request.With(facet, changed);
    }

    /// <summary>The request with exactly these values of a facet, on its first page.</summary>
    public static SearchRequest With(this SearchRequest request, string facet, params IReadOnlyList<string> values)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(request.Filters, StringComparer.Ordinal) { [facet] = values };
        if (values.Count == 0)
            filters.Remove(facet);
        return request with { Filters = filters, Page = 1 };
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadFilters(IQueryCollection query, Dictionary<string, string[]> faults)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var facet in SearchFacets.All)
        {
            string[] values = [.. query[facet].OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
            if (facet == SearchFacets.Year && Array.Find(values, value => value.Length != 4 || !value.All(char.IsAsciiDigit)) is { } bad)
            {
                faults[facet] = [PageTexts.Of("“{0}”不是年份，应写作四位数字，如 2021。", ShortText.Of(bad))];
                values = [.. values.Where(value => value.Length == 4 && value.All(char.IsAsciiDigit))];
            }

            if (values.Length > 0)
                filters[facet] = values;
        }

        return filters;
    }

    private static DateOnly? ReadDay(IQueryCollection query, string name, Dictionary<string, string[]> faults)
    {
        if (query[name].LastOrDefault(value => value?.Length > 0) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults[name] = [PageTexts.Of("“{0}”不是日期，应写作 2021-12-31。", ShortText.Of(text))];
        return null;
    }

    private static SearchSort ReadSort(IQueryCollection query, Dictionary<string, string[]> faults)
    {
        switch (query["sort"].LastOrDefault(value => value?.Length > 0))
        {
            case null or "relevance":
                return SearchSort.Relevance;
            case "newest":
                return SearchSort.Newest;
            case "oldest":
                return SearchSort.Oldest;
            case var other:
                faults["sort"] = [PageTexts.Of("没有“{0}”这种排序，可用：relevance、newest、oldest。", ShortText.Of(other))];
                return SearchSort.Relevance;
        }
    }

    private static int ReadNumber(IQueryCollection query, string name, int otherwise, int minimum, int maximum, Dictionary<string, string[]> faults)
    {
        if (query[name].LastOrDefault(value => value?.Length > 0) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            return number;
        faults[name] = [maximum == int.MaxValue ? PageTexts.Of("“{0}”不对，应为从 {1} 起的整数。", ShortText.Of(text), minimum) : PageTexts.Of("“{0}”不对，应为 {1} 至 {2} 的整数。", ShortText.Of(text), minimum, maximum)];
        return otherwise;
    }
}
