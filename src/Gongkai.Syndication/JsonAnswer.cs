using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Syndication;

/// <summary>Writes JSON: Chinese as it is, and everything escaped that means something in HTML, so that it may stand in a script element.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>The text of a node.</summary>
    public static string ToText(JsonNode node, bool indented = false) => node.ToJsonString(indented ? Indented : Options);

    /// <summary>Sends a node.</summary>
    public static Task SendAsync(HttpContext http, string type, JsonNode node)
    {
        http.Response.ContentType = type + "; charset=utf-8";
        return http.Response.WriteAsync(ToText(node), http.RequestAborted);
    }

    /// <summary>A fault of the request, as the API tells it.</summary>
    public static Task BadRequestAsync(HttpContext http, string what) =>
        TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest, title: PageTexts.Of("请求的参数有误")).ExecuteAsync(http);

    /// <summary>An object of the properties that have a value: no empty text, no empty list.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var result = new JsonObject();
        foreach (var (name, value) in properties)
            Put(result, name, value);
        return result;
    }

    /// <summary>Adds a property to an object if it has a value.</summary>
    public static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var given) && given.Length == 0))
            return;
        json[name] = value;
    }

    /// <summary>An array.</summary>
    public static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];
}
