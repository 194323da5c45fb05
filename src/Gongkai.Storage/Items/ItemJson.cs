using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Items and other JSON as text and back.</summary>
internal static class ItemJson
{
    private const int MaximumDepth = 512;

    // What a version's lifecycle sets: it does not make another content.
    private static readonly HashSet<string> LifecycleNames =
        ["ContentItemVersionId", "Latest", "Published", "CreatedUtc", "ModifiedUtc", "PublishedUtc"];

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaximumDepth };
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaximumDepth };
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaximumDepth };

    public static string Write(JsonNode json) => json.ToJsonString(Options);

    public static JsonObject Read(string text) => JsonNode.Parse(text, documentOptions: DocumentOptions)!.AsObject();

    public static ContentItem ReadItem(string text) => new(Read(text));

    public static string WriteTexts(IEnumerable<KeyValuePair<string, string>> texts) =>
        Write(new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))));

    public static Dictionary<string, string> ReadTexts(string json)
    {
        using var document = JsonDocument.Parse(json, DocumentOptions);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
            texts[property.Name] = property.Value.GetString() ?? "";
        return texts;
    }

    /// <summary>A hash of what a version says: the order of its properties and what its lifecycle sets do not count.</summary>
    public static string HashOf(ContentItem version)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
            WriteSorted(writer, version.Json, isVersion: true);
        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonNode? node, bool isVersion = false)
    {
        switch (node)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (name, value) in json.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    if (isVersion && LifecycleNames.Contains(name))
                        continue;
                    writer.WritePropertyName(name);
                    WriteSorted(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var element in array)
                    WriteSorted(writer, element);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer, Options);
                break;
        }
    }
}
