using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/content/{contentItemId}</c>.</summary>
internal static class ContentEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/content/{contentItemId}", AnswerAsync)
        .WithName("Gongkai.Api.Content").WithSummary("内容").WithDescription("一条内容的公开数据。未公开的内容与不存在的一样，返回 404。")
        .WithTags("公开接口").Produces<JsonObject>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();

    private static async Task<IResult> AnswerAsync(HttpContext http, string contentItemId, IContentReader reader, IContentDefinitions definitions)
    {
        if (http.Request.Query.Count > 0)
            return ApiJson.BadRequest(ApiJson.Unknown(http.Request.Query));
        if (await reader.GetAsync(contentItemId, cancellationToken: http.RequestAborted) is not { } item || !item.IsPublic()
            || definitions.Current.FindType(item.ContentType) is null)
            return ApiJson.NotFound($"没有编号为“{contentItemId}”的公开内容。");
        await HideLinksAsync(item, reader, definitions.Current, http.RequestAborted);
        return ApiJson.Ok(PublicJson.Of(item, definitions.Current));
    }

    /// <summary>Links to items that are not public are left out: not even their ids are anyone's business.</summary>
    private static async Task HideLinksAsync(ContentItem item, IContentReader reader, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        var linked = IndexContribution.Of(item, definitions).References.Select(reference => reference.ContentItemId).Distinct(StringComparer.Ordinal).ToList();
        if (linked.Count == 0)
            return;
        var shown = (await reader.GetManyAsync(linked, cancellationToken: cancellationToken)).Where(Publicity.IsPublic)
            .Select(target => target.ContentItemId).ToHashSet(StringComparer.Ordinal);
        foreach (var ids in Arrays(item.Json))
        {
            for (var i = ids.Count - 1; i >= 0; i--)
            {
                if (ids[i] is not JsonValue value || !value.TryGetValue<string>(out var id) || !shown.Contains(id))
                    ids.RemoveAt(i);
            }
        }
    }

    private static IEnumerable<JsonArray> Arrays(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => property is { Key: "ContentItemIds", Value: JsonArray ids } ? [ids] : Arrays(property.Value)),
        JsonArray array => array.SelectMany(Arrays),
        _ => [],
    };
}
