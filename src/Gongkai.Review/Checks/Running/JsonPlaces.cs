using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongkai.Review.Checks.Running;

/// <summary>Places in an item's JSON by their paths, as <c>Questions.ContentItems[0].QaPair.Answer.Markdown</c>.</summary>
internal static class JsonPlaces
{
    /// <summary>Sets a text that is there.</summary>
    public static void Set(JsonObject root, string path, string text)
    {
        JsonNode node = root;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
            node = step is ['[', .. var index, ']'] ? node.AsArray()[int.Parse(index, CultureInfo.InvariantCulture)]! : node.AsObject()[step]!;
        if (steps[^1] is ['[', .. var last, ']'])
            node.AsArray()[int.Parse(last, CultureInfo.InvariantCulture)] = text;
        else
            node.AsObject()[steps[^1]] = text;
    }
}

/// <summary>Lets an item name another file: in its fields, and where its texts link to it.</summary>
internal static class MediaRenaming
{
    public static void Rename(JsonNode node, string before, string after)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToList())
                {
                    if (name is "Markdown" or "Html" or "Url" && value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
                        json[name] = Links(value.GetValue<string>(), before, after);
                    else if (name == "Paths" && value is JsonArray paths)
                        Paths(paths, before, after);
                    else if (value is not null)
                        Rename(value, before, after);
                }

                break;
            case JsonArray array:
                foreach (var value in array.OfType<JsonNode>().ToList())
                    Rename(value, before, after);
                break;
        }
    }

    private static void Paths(JsonArray paths, string before, string after)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (paths[i]?.GetValueKind() == System.Text.Json.JsonValueKind.String && Gongkai.Content.MediaField.Normalize(paths[i]!.GetValue<string>()) == before)
                paths[i] = after;
        }
    }

    private static string Links(string text, string before, string after)
    {
        var address = "/media/" + string.Join('/', after.Split('/').Select(Uri.EscapeDataString));
        return text.Replace("/media/" + string.Join('/', before.Split('/').Select(Uri.EscapeDataString)), address, StringComparison.OrdinalIgnoreCase)
            .Replace("/media/" + before, address, StringComparison.Ordinal);
    }
}
