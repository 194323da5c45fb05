using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Text that every database keeps: without the character NUL and without half a surrogate pair, which JSON lets through as <c>\u0000</c> and <c>\ud800</c>.</summary>
public static class StorableText
{
    private static readonly Wording Message = new("含有不能保存的字符（\\u0000，或不成对的代理字符如 \\ud800），请删去。");

    /// <summary>Whether a text can be stored, and so be found.</summary>
    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;
        var at = text.IndexOfAnyInRange('\ud800', '\udfff');
        while (at >= 0)
        {
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                return false;
            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\ud800', '\udfff');
        }

        return true;
    }

    /// <summary>The fault of a text that cannot be stored.</summary>
    public static ValidationError Fault(string path) => new(path, Message);

    /// <summary>The texts and names of some JSON that cannot be stored, each with its path below a prefix.</summary>
    public static IEnumerable<ValidationError> FaultsOf(JsonNode? json, string path = "")
    {
        switch (json)
        {
            case JsonObject all:
                return all.SelectMany(property => IsStorable(property.Key)
                    ? FaultsOf(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")
                    : [new(path, $"有一个属性的名称{Message}")]);
            case JsonArray all:
                return all.SelectMany((element, i) => FaultsOf(element, $"{path}[{i}]"));
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && !IsStorable(value):
                return [Fault(path)];
            default:
                return [];
        }
    }

    private static bool IsStorable(JsonValue value)
    {
        // Nothing is unpacked for the many texts that are written plainly.
        if (value.TryGetValue<JsonElement>(out var element) && !JsonMarshal.GetRawUtf8Value(element).Contains((byte)'\\'))
            return true;
        return value.AsText() is { } text && IsStorable(text);
    }
}
