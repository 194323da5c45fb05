using System.Globalization;
using Gongkai.Catalogue.Standards;
using Gongkai.Catalogue.Tables;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Pages;

/// <summary>Any list as a file: <c>/catalogue/list.xlsx</c> and <c>/catalogue/list.csv</c>, with the parameters of the search.</summary>
internal sealed class ListDownload(ISearch search, ISearchLists walks, ListEntries lists, Taxonomies taxonomies, IContentDefinitions definitions, SiteSettings site, TableAnswer answer)
{
    /// <summary>The most rows; whoever wants more narrows the list.</summary>
    public const int MostRows = 10_000;

    private const string Workbook = "/catalogue/list.xlsx";
    private const string Csv = "/catalogue/list.csv";
    private const int Chunk = 100;
    private const int LongestFolder = 60;
    private const int LongestId = 100;
    private static readonly string[] Heading = ["序号", "类型", "标题", "发布机构", "主题分类", "体裁分类", "发文字号", "索引号", "成文日期", "公开日期", "有效性", "网址"];
    private static readonly int[] Widths = [6, 12, 60, 24, 24, 10, 24, 26, 12, 12, 10, 48];

    /// <summary>Where it answers, and where the standard catalogues do.</summary>
    public static ListDownloads Addresses { get; } = new(Workbook, Csv, StandardDownload.Workbook, StandardDownload.Csv);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Workbook, (HttpContext http, ListDownload download) => download.AnswerAsync(http, isWorkbook: true)).WithName("Gongkai.Catalogue.Workbook");
        endpoints.MapRead(Csv, (HttpContext http, ListDownload download) => download.AnswerAsync(http, isWorkbook: false)).WithName("Gongkai.Catalogue.Csv");
    }

    private async Task AnswerAsync(HttpContext http, bool isWorkbook)
    {
        var (request, unknown) = SearchQuery.Read(http.Request.Query);
        var name = NameOf(request);
        if (http.Request.Query[ListDownloads.Under] is [{ Length: > 0 and <= LongestFolder } folder])
            request = request with { RoutePrefix = folder };
        if (http.Request.Query[ListDownloads.Within] is [{ Length: > 0 } id])
        {
            // A list that is an item, in the order of its page.
            if (id.Length > LongestId || search.Find([id]) is not [var list] || definitions.Current.FindType(list.Item.ContentType)?.PartOfKind("ListPart") is not { } part)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            request = request with { ContainerId = id, Sort = ListPart.IsOrdered(part) ? SearchSort.Place : SearchSort.Newest };
            name = list.Title.Text;
        }

        var faults = unknown.Where(fault => fault.Key is not (ListDownloads.Under or ListDownloads.Within)).ToDictionary(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal);
        IEnumerable<SearchHit> hits;
        try
        {
            hits = walks.Walk(request, MostRows, http.RequestAborted);
        }
        catch (SearchRequestException fault)
        {
            await TypedResults.Problem(SearchFaults.TextOf(fault), statusCode: StatusCodes.Status400BadRequest, title: PageTexts.Of("请求的参数有误")).ExecuteAsync(http);
            return;
        }

        if (faults.Count > 0)
        {
            await TypedResults.ValidationProblem(faults, title: PageTexts.Of("请求的参数有误")).ExecuteAsync(http);
            return;
        }

        await answer.SendAsync(http, isWorkbook, name, new(PageTexts.Of("目录"), Widths), Rows(request, hits, SiteOrigin.Of(http, site), http.RequestAborted));
    }

    /// <summary>What a list's file is called: by its one type, else a search.</summary>
    private string NameOf(SearchRequest request) => request.Filters.GetValueOrDefault(SearchFacets.Type) switch
    {
        ["DisclosureEntry"] => PageTexts.Of("信息公开目录"),
        [var type] when definitions.Current.FindType(type) is not null => PageTexts.Of(lists.LabelOfType(type)),
        _ => PageTexts.Of("搜索结果"),
    };

    private IEnumerable<IReadOnlyList<string>> Rows(SearchRequest request, IEnumerable<SearchHit> hits, string origin, CancellationToken cancellationToken)
    {
        yield return [.. Heading.Select(PageTexts.Of)];
        var number = 0;
        foreach (var chunk in hits.Chunk(Chunk))
        {
            foreach (var (hit, entry) in chunk.Zip(lists.Of(chunk)))
            {
                number++;
                var part = hit.Item.Part(hit.Item.ContentType);
                yield return
                [
                    number.ToString(CultureInfo.InvariantCulture), PageTexts.Of(entry.TypeLabel), entry.Title, entry.Issuer ?? "", Names("topics", part?.TermIds("Topic")), Names("genres", part?.TermIds("Genre")),
                    entry.DocumentNumber ?? "", entry.IndexNumber ?? "", part?.DateField("IssuedOn")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", entry.Date, PageTexts.Of(entry.Validity ?? ""), origin + hit.Url,
                ];
            }
        }

        // A list by words ends sooner than others.
        if (number < search.Search(request with { Page = 1, Size = 0, CountFacets = false }, cancellationToken).Total)
            yield return ["", "", PageTexts.Of("只列出前 {0} 条；请用分类、年份或更多的词缩小范围后再下载其余的。", number)];
    }

    private string Names(string taxonomy, IReadOnlyList<string>? terms) =>
        string.Join('；', (terms ?? []).Select(id => taxonomies.Current.FindTerm(taxonomy, id)?.Label).OfType<string>().Select(PageTexts.Of));
}
