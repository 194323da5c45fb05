using System.ComponentModel;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/search/words</c>: the words of a query, for a page that marks them.</summary>
internal static class SoughtWordEndpoint
{
    private const int Longest = 512;

    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints.MapRead(api + "/search/words", Answer)
        .AddEndpointFilter(ApiJson.NeverHtmlAsync).WithName("Gongkai.Api.SearchWords").WithSummary("搜索词").WithDescription("一次搜索要找的词，逐字给出它的各种写法（简体、繁体、全角等），供页面标出这些词。")
        .WithTags("公开接口").Produces<SoughtWordAnswer>().ProducesValidationProblem();

    private static IResult Answer(HttpContext http, ISearchHelp help, [FromQuery(Name = "q"), Description("搜索词，最多 512 个字符")] string? q)
    {
        var faults = ApiJson.Unknown(http.Request.Query, "q");
        if (q?.Length > Longest)
            faults["q"] = [PageTexts.Of("输入太长：{0} 个字符，最多 {1} 个。", q.Length, Longest)];
        return faults.Count > 0 ? ApiJson.BadRequest(faults) : ApiJson.Ok(new SoughtWordAnswer(help.WordsOf(q)));
    }
}

/// <summary>The words.</summary>
internal sealed record SoughtWordAnswer(IReadOnlyList<SoughtWord> Words);
