using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Content;

/// <summary>Keeps a wording with its values, so that it can still be translated: <c>{"Key": "地址“{0}”太长。", "Values": ["guide"]}</c>. A text by itself, as older records have it, is one as it is written.</summary>
public sealed class WordingJson : JsonConverter<Wording>
{
    /// <inheritdoc/>
    public override Wording Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind == JsonValueKind.Object ? WordingOf(json.RootElement) : Wording.AsWritten(json.RootElement.GetString() ?? "");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Wording value, JsonSerializerOptions options) => WriteValue(writer, value);

    private static Wording WordingOf(JsonElement json) => new(json.GetProperty("Key").GetString()!, [.. json.GetProperty("Values").EnumerateArray().Select(ValueOf)]);

    private static object? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => WordingOf(json),
        JsonValueKind.Array => json.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Object ? WordingOf(one) : Wording.AsWritten(one.GetString()!)).ToList(),
        _ => json.GetString(),
    };

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case Wording wording:
                writer.WriteStartObject();
                writer.WriteString("Key", wording.Key);
                writer.WriteStartArray("Values");
                foreach (var one in wording.Values)
                    WriteValue(writer, one);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case IEnumerable<object> list:
                writer.WriteStartArray();
                foreach (var one in list)
                    WriteValue(writer, one);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
