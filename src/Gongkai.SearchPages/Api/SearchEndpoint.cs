using System.ComponentModel;
using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/search</c>.</summary>
internal static class SearchEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints.MapRead(api + "/search", Answer)
        .AddEndpointFilter(ApiJson.NeverHtmlAsync).WithName("Gongkai.Api.Search").WithSummary("搜索").WithDescription("按关键词和条件查找主动公开的信息。同一参数可重复，表示“或”；不同参数表示“且”。")
        .WithTags("公开接口").Produces<SearchAnswer>().ProducesValidationProblem();

    private static IResult Answer(HttpContext http, ISearch search, FacetValues values, [AsParameters] SearchParameters parameters)
    {
        var (request, faults) = SearchQuery.Read(http.Request.Query);
        var all = faults.Concat(values.FaultsOf(request)).ToDictionary(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal);
        if (all.Count > 0)
            return ApiJson.BadRequest(all);
        try
        {
            var result = search.Search(request, http.RequestAborted);
            return ApiJson.Ok(new SearchAnswer(result.Total, request.Page, request.Size, [.. result.Hits.Select(hit => SearchAnswerHit.Of(hit, http.Request.PathBase))], result.Facets));
        }
        catch (SearchRequestException fault)
        {
            return ApiJson.BadRequest(new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Parameter] = [SearchFaults.TextOf(fault)] });
        }
    }
}

/// <summary>The parameters, for the OpenAPI document: they are read by <see cref="SearchQuery"/>, which names every fault.</summary>
internal sealed record SearchParameters(
    [property: FromQuery(Name = "q"), Description("关键词，最多 512 个字符；留空则列出全部")] string? Query,
    [property: FromQuery(Name = "type"), Description("内容类型的名称；可重复")] string[]? Type,
    [property: FromQuery(Name = "topic"), Description("主题的编号，含其下各级；可重复")] string[]? Topic,
    [property: FromQuery(Name = "genre"), Description("体裁的编号，含其下各级；可重复")] string[]? Genre,
    [property: FromQuery(Name = "issuer"), Description("发布机构的编号，含其下各级；可重复")] string[]? Issuer,
    [property: FromQuery(Name = "year"), Description("成文年份（没有则为公开年份），四位数字；可重复")] string[]? Year,
    [property: FromQuery(Name = "validity"), Description("有效性：现行有效、已修改、失效、废止；可重复")] string[]? Validity,
    [property: FromQuery(Name = "audience"), Description("服务对象（公开对象），如 企业；可重复")] string[]? Audience,
    [property: FromQuery(Name = "standard"), Description("所落实的标准目录事项的编号；可重复")] string[]? Standard,
    [property: FromQuery(Name = "since"), Description("最早的公开日期（含），YYYY-MM-DD")] string? Since,
    [property: FromQuery(Name = "until"), Description("最晚的公开日期（含），YYYY-MM-DD")] string? Until,
    [property: FromQuery(Name = "sort"), Description("排序：relevance（默认）、newest、oldest")] string? Sort,
    [property: FromQuery(Name = "page"), Description("第几页，从 1 起")] string? Page,
    [property: FromQuery(Name = "size"), Description("每页几条，0 至 100，默认 20；0 只计数")] string? Size);

/// <summary>The answer.</summary>
internal sealed record SearchAnswer(int Total, int Page, int Size, IReadOnlyList<SearchAnswerHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>A hit. The snippet is HTML: text escaped, matched words in <c>&lt;mark&gt;</c>.</summary>
internal sealed record SearchAnswerHit(string ContentItemId, string ContentType, string Title, string Url, string? Date, string Snippet, double Score)
{
    public static SearchAnswerHit Of(SearchHit hit, PathString pathBase) => new(hit.Item.ContentItemId, hit.Item.ContentType, hit.Title.Text, pathBase + hit.Url,
        hit.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hit.Snippet.ToHtml(), Math.Round(hit.Score, 4));
}
