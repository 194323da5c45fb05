using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>Where lists are had as files, with the search's parameters. The module that answers there registers it; in a home without that module no list offers files.</summary>
/// <param name="Workbook">The address of a list as a workbook.</param>
/// <param name="Csv">The address of a list as CSV.</param>
/// <param name="Others">The addresses of other tables as files.</param>
public sealed record ListDownloads(string Workbook, string Csv, params IReadOnlyList<string> Others)
{
    /// <summary>The parameter that names an item which is a list.</summary>
    public const string Within = "within";

    /// <summary>The parameter that names a folder of addresses, as <c>questions/2021/</c>.</summary>
    public const string Under = "under";

    /// <summary>A list's files as links, for the template <c>GongkaiDownloads</c>.</summary>
    public IReadOnlyList<Link> LinksOf(SearchRequest request)
    {
        var query = SearchQuery.Write(request with { Page = 1 });
        if (request.RoutePrefix is { } folder)
            query += $"{(query.Length == 0 ? '?' : '&')}{Under}={Uri.EscapeDataString(folder)}";
        if (request.ContainerId is { } list)
            query += $"{(query.Length == 0 ? '?' : '&')}{Within}={Uri.EscapeDataString(list)}";
        return [new("XLSX", Workbook + query), new("CSV", Csv + query)];
    }
}
