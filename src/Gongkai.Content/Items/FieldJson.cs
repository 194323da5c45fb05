using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Reads and writes field values in Orchard Core's shapes. Reading never throws: what has another shape is null or empty.</summary>
public static class FieldJson
{
    /// <summary>A string property of an object.</summary>
    public static string? Text(this JsonObject json, string name) => json.TryGetPropertyValue(name, out var node) ? node.AsText() : null;

    /// <summary>A true property of an object.</summary>
    public static bool Flag(this JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out var node) && node?.GetValueKind() == JsonValueKind.True;

    /// <summary>A point in time, UTC. A time without an offset is taken as UTC.</summary>
    public static DateTime? Instant(this JsonObject json, string name) => json.Text(name) is { } text && TryParseInstant(text, out var instant) ? instant : null;

    /// <summary>An object property, or null.</summary>
    public static JsonObject? Child(this JsonObject json, string name) => json.TryGetPropertyValue(name, out var node) ? node as JsonObject : null;

    /// <summary>The strings of an array property; empty when it is none.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out var node) && node is JsonArray array ? [.. array.Select(AsText).OfType<string>()] : [];

    /// <summary>The objects of an array property; empty when it is none.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out var node) && node is JsonArray array ? array.OfType<JsonObject>() : [];

    /// <summary>A <c>TextField</c>'s text; null when empty.</summary>
    public static string? TextField(this JsonObject part, string field) => part.Child(field)?.Text("Text") is { Length: > 0 } text ? text : null;

    /// <summary>A <c>MarkdownField</c>'s source; null when empty.</summary>
    public static string? MarkdownField(this JsonObject part, string field) => part.Child(field)?.Text("Markdown") is { Length: > 0 } text ? text : null;

    /// <summary>A <c>DateField</c>'s day; null when empty.</summary>
    public static DateOnly? DateField(this JsonObject part, string field) =>
        part.Child(field)?.Instant("Value") is { } value ? DateOnly.FromDateTime(value) : null;

    /// <summary>A <c>NumericField</c>'s number; null when empty.</summary>
    public static decimal? NumericField(this JsonObject part, string field) =>
        part.Child(field) is { } value && value.TryGetPropertyValue("Value", out var node) && node is JsonValue number
        && number.GetValueKind() == JsonValueKind.Number && decimal.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var result)
            ? result : null;

    /// <summary>A <c>BooleanField</c>'s value; false when empty.</summary>
    public static bool BooleanField(this JsonObject part, string field) => part.Child(field)?.Flag("Value") ?? false;

    /// <summary>The term ids of a <c>TaxonomyField</c>.</summary>
    public static IReadOnlyList<string> TermIds(this JsonObject part, string field) => part.Child(field)?.Texts("TermContentItemIds") ?? [];

    /// <summary>The item ids of a <c>ContentPickerField</c>.</summary>
    public static IReadOnlyList<string> PickedIds(this JsonObject part, string field) => part.Child(field)?.Texts("ContentItemIds") ?? [];

    /// <summary>Sets a <c>TextField</c>.</summary>
    public static void SetTextField(this JsonObject part, string field, string? text) => EnsureChild(part, field)["Text"] = text;

    /// <summary>Sets a <c>DateField</c>; a day is written as its midnight UTC, as Orchard Core does.</summary>
    public static void SetDateField(this JsonObject part, string field, DateOnly? day) =>
        EnsureChild(part, field)["Value"] = Instant(day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <summary>Sets the item ids of a <c>ContentPickerField</c>.</summary>
    public static void SetPickedIds(this JsonObject part, string field, IEnumerable<string> ids) =>
        EnsureChild(part, field)["ContentItemIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);

    /// <summary>Sets a <c>NumericField</c>.</summary>
    public static void SetNumericField(this JsonObject part, string field, decimal? number) => EnsureChild(part, field)["Value"] = number;

    /// <summary>A point in time as it is written: ISO 8601, UTC, with <c>Z</c>.</summary>
    public static JsonNode? Instant(DateTime? utc) =>
        utc is { } value ? JsonValue.Create(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)) : null;

    /// <summary>Reads an ISO 8601 time into UTC; without an offset it is UTC.</summary>
    public static bool TryParseInstant(string text, out DateTime utc)
    {
        utc = default;
        // The parser alone takes much that is no ISO 8601: 2021年, 1/2/2021.
        return text is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', _, _, '-', _, _, ..]
            && (text.Length == 10 || text[10] is 'T' or 't' or ' ')
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out utc);
    }

    internal static string? AsText(this JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return null;
        try
        {
            // Code may have put a date or an id there, which is a string only when it is written.
            return value.TryGetValue<string>(out var text) ? text : JsonSerializer.SerializeToElement(value).GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800) is JSON and no text.
            return null;
        }
    }

    internal static JsonObject EnsureChild(this JsonObject part, string field)
    {
        if (part.Child(field) is { } value)
            return value;
        part[field] = value = [];
        return value;
    }
}
