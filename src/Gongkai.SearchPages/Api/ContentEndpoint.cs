using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
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
        var snapshot = definitions.Current;
        var contribution = IndexContribution.Of(item, snapshot);
        var shown = await HideLinksAsync(item, contribution, reader, http.RequestAborted);
        var json = PublicJson.Of(item, snapshot);
        if (item.Part("ContainedPart") is { } container && ContainedPart.ListOf(item) is { } list && shown.Contains(list))
            json["ContainedPart"] = PublicJson.Only(container, new ContainedPart().Properties);
        ShowHtml(json, contribution, await reader.GetHtmlAsync(item, http.RequestAborted));
        return ApiJson.Ok(json);
    }

    /// <summary>What was withdrawn answers so; what was never public does as what is not there.</summary>
    private static async Task<IResult> MissAsync(HttpContext http, string api, string contentItemId)
    {
        // Of a home that keeps addresses itself.
        if (http.RequestServices.GetService<IFormerAddresses>() is not { } addresses || await addresses.FindItemAsync(contentItemId, http.RequestAborted) is not { } former)
            return ApiJson.NotFound($"没有编号为“{contentItemId}”的公开内容。");
        return former.MovedTo is { } target
            ? TypedResults.Redirect($"{http.Request.PathBase}{api}/content/{Uri.EscapeDataString(target.ContentItemId)}", permanent: true)
            : ApiJson.Gone($"编号为“{contentItemId}”的内容已经撤下，不再公开。{former.Explanation}");
    }

    /// <summary>HTML that an author wrote is shown as it was sanitised, in its place.</summary>
    private static void ShowHtml(JsonObject json, IndexContribution contribution, IReadOnlyDictionary<string, string> html)
    {
        foreach (var markup in contribution.Markup.Where(markup => markup.Format == MarkupFormat.Html))
        {
            var (id, place) = markup.Key.Split('/') is [var inner, var rest] ? (inner, rest) : (null, markup.Key);
            var target = id is null ? json : Objects(json).FirstOrDefault(candidate => candidate.Text("ContentItemId") == id);
            foreach (var name in place.Split('.'))
                target = target?.Child(name);
            if (target is not null && html.TryGetValue(markup.Key, out var derived))
                target["Html"] = derived;
        }
    }

    /// <summary>Links to items that are not public are left out: not even their ids are anyone's business.</summary>
    /// <returns>The ids that are shown.</returns>
    private static async Task<HashSet<string>> HideLinksAsync(ContentItem item, IndexContribution contribution, IContentReader reader, CancellationToken cancellationToken)
    {
        var linked = contribution.References.Select(reference => reference.ContentItemId).Distinct(StringComparer.Ordinal).ToList();
        if (linked.Count == 0)
            return [];
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

        return shown;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Objects(property.Value)).Prepend(json),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<JsonArray> Arrays(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => property is { Key: "ContentItemIds", Value: JsonArray ids } ? [ids] : Arrays(property.Value)),
        JsonArray array => array.SelectMany(Arrays),
        _ => [],
    };
}
