using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/content/{contentItemId}</c>.</summary>
internal static class ContentEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints.MapRead(api + "/content/{contentItemId}",
        (HttpContext http, string contentItemId, IContentReader reader, IContentDefinitions definitions) => AnswerAsync(http, api, contentItemId, reader, definitions))
        .AddEndpointFilter(ApiJson.NeverHtmlAsync).WithName("Gongkai.Api.Content").WithSummary("内容").WithDescription("一条内容的公开数据。未公开的内容与不存在的一样，返回 404；公开后又撤下的返回 410，被替代的转到替代它的内容（301）。")
        .WithTags("公开接口").Produces<JsonObject>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone).ProducesValidationProblem();

    private static async Task<IResult> AnswerAsync(HttpContext http, string api, string contentItemId, IContentReader reader, IContentDefinitions definitions)
    {
        if (http.Request.Query.Count > 0)
            return ApiJson.BadRequest(ApiJson.Unknown(http.Request.Query));
        if (await reader.GetAsync(contentItemId, cancellationToken: http.RequestAborted) is not { } item || !item.IsPublic()
            || definitions.Current.FindType(item.ContentType) is null)
            return await MissAsync(http, api, contentItemId);
        return ApiJson.Ok(await PublicView.OfAsync(item, reader, definitions.Current, http.RequestAborted));
    }

    /// <summary>What was withdrawn answers so; what was never public does as what is not there.</summary>
    private static async Task<IResult> MissAsync(HttpContext http, string api, string contentItemId)
    {
        // Of a home that keeps addresses itself.
        if (http.RequestServices.GetService<IFormerAddresses>() is not { } addresses || await addresses.FindItemAsync(contentItemId, http.RequestAborted) is not { } former)
            return ApiJson.NotFound(PageTexts.Of("没有编号为“{0}”的公开内容。", contentItemId));
        return former.MovedTo is { } target
            ? TypedResults.Redirect($"{http.Request.PathBase}{api}/content/{Uri.EscapeDataString(target.ContentItemId)}", permanent: true)
            : ApiJson.Gone(PageTexts.Of("编号为“{0}”的内容已经撤下，不再公开。", contentItemId) + former.Explanation);
    }
}
