using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace FakeHome.Home;

/// <summary>Renders a page as text: the template's name, the title, the model as JSON. No Liquid, no theme.</summary>
internal sealed class TextPages : IPageRenderer, IItemRenderer
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task RenderAsync(HttpContext http, Page page)
    {
        http.Response.StatusCode = page.Status;
        return WriteAsync(http, page.Template, page.Title, page.Model, page.Metadata);
    }

    public Task RenderItemAsync(HttpContext http, ContentItem item, IReadOnlyDictionary<string, string> html, IReadOnlyDictionary<string, object?> model, PageMetadata metadata) =>
        WriteAsync(http, "Content-" + item.ContentType, item.DisplayText, new Dictionary<string, object?>(model) { ["Html"] = html, ["ContentItem"] = item }, metadata);

    private static Task WriteAsync(HttpContext http, string template, string? title, IReadOnlyDictionary<string, object?> model, PageMetadata metadata)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{template}\n{title}\n{ToJson(model)!.ToJsonString(Json)}\n{metadata.ColumnName}", http.RequestAborted);
    }

    /// <summary>What any home can hand to its templates; anything else is a fault of the module.</summary>
    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        ContentItem item => item.Json.DeepClone(),
        JsonNode node => node.DeepClone(),
        string or bool or int or long or double or decimal or DateOnly or DateTime => JsonSerializer.SerializeToNode(value, Json),
        IReadOnlyDictionary<string, object?> values => new JsonObject(values.Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        IReadOnlyDictionary<string, string> texts => new JsonObject(texts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        _ when value.GetType().Namespace == typeof(ListEntry).Namespace => JsonSerializer.SerializeToNode(value, Json),
        _ => throw new NotSupportedException($"A page's model holds a {value.GetType()}, which no home declares to its templates."),
    };
}
