using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>Pages of a list as real links.</summary>
public static class Paging
{
    /// <summary>Lists go as deep as this many items; whoever wants more narrows the list.</summary>
    public const int MaximumDepth = 10_000;

    private const int Around = 2;

    /// <summary>Whether the page that a request asks for is there. The first page always is.</summary>
    public static bool IsPast(SearchRequest request, int total) => request.Page > Count(total, request.Size);

    /// <summary>The pager of a list.</summary>
    /// <param name="request">The request.</param>
    /// <param name="total">How many items there are.</param>
    /// <param name="url">The address of a request.</param>
    public static Pager Of(SearchRequest request, int total, Func<SearchRequest, string> url)
    {
        var pages = Count(total, request.Size);
        var page = Math.Min(request.Page, pages);
        var links = new List<Link?>();
        for (var number = 1; number <= pages; number++)
        {
            if (number == 1 || number == pages || Math.Abs(number - page) <= Around)
                links.Add(new(number.ToString(CultureInfo.InvariantCulture), url(request with { Page = number }), number == page));
            else if (links[^1] is not null)
                links.Add(null);
        }

        return new(page, pages, total, links,
            page > 1 ? url(request with { Page = page - 1 }) : null,
            page < pages ? url(request with { Page = page + 1 }) : null);
    }

    private static int Count(int total, int size) => Math.Max(1, (int)Math.Ceiling(Math.Min(total, MaximumDepth) / (double)Math.Max(1, size)));
}
