using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Pages;

/// <summary>Any list as a file: <c>/catalogue/list.xlsx</c> and <c>/catalogue/list.csv</c>, with the parameters of the search.</summary>
internal sealed class ListDownload(ISearchLists search, ListEntries lists, Taxonomies taxonomies) : IDisposable
{
    /// <summary>The most rows; whoever wants more narrows the list.</summary>
    public const int MostRows = 10_000;

    /// <summary>How many are made at once: each is a pass over the whole list.</summary>
    private const int AtOnce = 2;

    private const string Workbook = "/catalogue/list.xlsx";
    private const string Csv = "/catalogue/list.csv";
    private const int Chunk = 100;
    private const int LongestFolder = 60;
    private static readonly string[] Heading = ["序号", "类型", "标题", "发布机构", "主题分类", "体裁分类", "发文字号", "索引号", "成文日期", "公开日期", "有效性", "网址"];
    private static readonly int[] Widths = [6, 12, 60, 24, 24, 10, 24, 26, 12, 12, 10, 48];

    /// <summary>Where it answers.</summary>
    public static ListDownloads Addresses { get; } = new(Workbook, Csv);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Workbook, (HttpContext http, ListDownload download) => download.AnswerAsync(http, isWorkbook: true)).WithName("Gongkai.Catalogue.Workbook");
        endpoints.MapRead(Csv, (HttpContext http, ListDownload download) => download.AnswerAsync(http, isWorkbook: false)).WithName("Gongkai.Catalogue.Csv");
    }

    public void Dispose() => _turns.Dispose();

    private async Task AnswerAsync(HttpContext http, bool isWorkbook)
    {
        var (request, unknown) = SearchQuery.Read(http.Request.Query);
        if (http.Request.Query[ListDownloads.Under] is [{ Length: > 0 and <= LongestFolder } folder])
            request = request with { RoutePrefix = folder };
        var faults = unknown.Where(fault => fault.Key != ListDownloads.Under).ToDictionary(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal);
        IEnumerable<SearchHit> hits;
        try
        {
            hits = search.Walk(request, MostRows, http.RequestAborted);
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

        var response = http.Response;
        response.ContentType = isWorkbook ? WorkbookWriter.MediaType : CsvWriter.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=list.{(isWorkbook ? "xlsx" : "csv")}; filename*=UTF-8''{Uri.EscapeDataString(PageTexts.Of("信息公开目录"))}.{(isWorkbook ? "xlsx" : "csv")}";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        if (!await _turns.WaitAsync(TimeSpan.FromSeconds(10), http.RequestAborted))
        {
            response.Headers.ContentDisposition = default;
            response.Headers.RetryAfter = "30";
            await TypedResults.Problem(PageTexts.Of("正在下载的人较多，请过半分钟再试。"), statusCode: StatusCodes.Status503ServiceUnavailable, title: PageTexts.Of("请稍后再试")).ExecuteAsync(http);
            return;
        }

        try
        {
            var rows = Rows(hits, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}");
            if (isWorkbook)
                // What ends a compressed part is written without waiting, which the response itself forbids.
                await WorkbookWriter.WriteAsync(response.BodyWriter.AsStream(leaveOpen: true), new("目录", Widths), rows, http.RequestAborted);
            else
                await CsvWriter.WriteAsync(response.Body, rows, http.RequestAborted);
        }
        finally
        {
            _turns.Release();
        }
    }

    private IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<SearchHit> hits, string site)
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
                    entry.DocumentNumber ?? "", entry.IndexNumber ?? "", part?.DateField("IssuedOn")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", entry.Date, PageTexts.Of(entry.Validity ?? ""), site + hit.Url,
                ];
            }
        }

        if (number == MostRows)
            yield return ["", "", PageTexts.Of("只列出前 {0} 条；请用分类、年份或更多的词缩小范围后再下载其余的。", MostRows)];
    }

    private string Names(string taxonomy, IReadOnlyList<string>? terms) =>
        string.Join('；', (terms ?? []).Select(id => taxonomies.Current.FindTerm(taxonomy, id)?.Label).OfType<string>().Select(PageTexts.Of));
}
