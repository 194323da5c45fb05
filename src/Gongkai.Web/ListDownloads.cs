using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>The addresses of a list as a file: those of the search's parameters.</summary>
public static class ListDownloads
{
    /// <summary>The list as a workbook.</summary>
    public const string Workbook = "/catalogue/list.xlsx";

    /// <summary>The list as CSV.</summary>
    public const string Csv = "/catalogue/list.csv";

    /// <summary>The parameter that names a folder of addresses, as <c>questions/2021/</c>.</summary>
    public const string Under = "under";

    /// <summary>A list's files as links, for the template <c>GongkaiDownloads</c>.</summary>
    public static IReadOnlyList<Link> LinksOf(SearchRequest request)
    {
        var query = SearchQuery.Write(request with { Page = 1 });
        if (request.RoutePrefix is { } folder)
            query += $"{(query.Length == 0 ? '?' : '&')}{Under}={Uri.EscapeDataString(folder)}";
        return [new("XLSX", Workbook + query), new("CSV", Csv + query)];
    }
}
