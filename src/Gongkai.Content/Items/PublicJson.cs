using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>What the public may have of an item's JSON: no owner, no author, and nothing that its definition does not have.</summary>
public static class PublicJson
{
    private static readonly string[] PrivateNames = ["Owner", "Author"];

    /// <summary>The public JSON of an item. The caller has asked <see cref="Publicity.IsPublic"/> before.</summary>
    public static JsonObject Of(ContentItem item, DefinitionSnapshot definitions)
    {
        var result = new JsonObject();
        foreach (var name in ContentItem.EnvelopeNames)
        {
            if (!PrivateNames.Contains(name) && item.Json.TryGetPropertyValue(name, out var value))
                result[name] = value?.DeepClone();
        }

        if (definitions.FindType(item.ContentType) is { } type)
        {
            foreach (var part in type.Parts)
            {
                if (item.Part(part.Name) is { } json && PublicPart(part, json, definitions) is { } shown)
                    result[part.Name] = shown;
            }
        }

        return result;
    }

    private static JsonObject? PublicPart(TypePart part, JsonObject json, DefinitionSnapshot definitions)
    {
        var result = part.Kind is null ? [] : part.Kind.Public(json, definitions);
        if (result is null)
            return null;
        foreach (var field in part.Fields)
        {
            if (field.Kind is { } kind && json.Child(field.Name) is { } value)
                result[field.Name] = kind.Public(value);
        }

        return result;
    }

    /// <summary>A copy with some properties alone.</summary>
    public static JsonObject Only(JsonObject json, IEnumerable<string> names)
    {
        var result = new JsonObject();
        foreach (var name in names)
        {
            if (json.TryGetPropertyValue(name, out var value))
                result[name] = value?.DeepClone();
        }

        return result;
    }
}
