using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>The schema.org data of a page: a search that it names is the running site's, or is not named.</summary>
internal static class PageData
{
    private const string Action = "potentialAction";

    // As the site writes it: what means something in HTML is escaped.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data as the copy has it.</summary>
    public static string Rewrite(string json, LinkWriter links)
    {
        if (!json.Contains(Action, StringComparison.Ordinal))
            return json;
        try
        {
            var data = JsonNode.Parse(json);
            Turn(data, links);
            return data!.ToJsonString(Json);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static void Turn(JsonNode? node, LinkWriter links)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
                Turn(one, links);
        }
        else if (node is JsonObject data)
        {
            if (data.ContainsKey(Action) && !(links.HasLive && TurnTarget(data[Action], links)))
                data.Remove(Action);
            foreach (var (_, value) in data)
                Turn(value, links);
        }
    }

    /// <summary>Turns the address of an action, which may stand in an object of its own, to the running site.</summary>
    private static bool TurnTarget(JsonNode? action, LinkWriter links)
    {
        if (action is not JsonObject data)
            return false;
        var (holder, name) = data["target"] is JsonObject entry ? (entry, "urlTemplate") : (data, "target");
        if (holder[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { } template)
            return false;
        var local = links.Origin.Length > 0 && template.StartsWith(links.Origin, StringComparison.Ordinal) ? template[links.Origin.Length..] : template;
        if (!local.StartsWith('/'))
            return false;
        holder[name] = links.Live(local);
        return true;
    }
}
