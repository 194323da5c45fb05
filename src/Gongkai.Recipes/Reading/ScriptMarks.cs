using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Recipes.Reading;

/// <summary>Marks the texts that Orchard Core would take for a script, so that it lets them be, and tells where they are.</summary>
internal sealed class ScriptMarks
{
    /// <summary>How many are told; all are marked.</summary>
    public const int MaxMessages = 100;

    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    /// <summary>Marks the texts in a value that the caller owns.</summary>
    /// <param name="json">The value.</param>
    /// <param name="owner">What the messages call it, as an item's id.</param>
    public void Mark(JsonObject json, string owner) => Marked(json, owner, "");

    private JsonNode? Marked(JsonNode? node, string owner, string path)
    {
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json.ToArray())
            {
                if (Marked(value, owner, path + JsonTrail.Property(name)) is var marked && !ReferenceEquals(marked, value))
                    json[name] = marked;
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (Marked(array[i], owner, path + JsonTrail.Index(i)) is var marked && !ReferenceEquals(marked, array[i]))
                    array[i] = marked;
            }
        }
        else if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && ScriptPrefix.Mark(text) is var marked && marked != text)
        {
            if (_messages.Count < MaxMessages)
                _messages.Add($"{owner} 的 {path.TrimStart('.')}：整段文字是“[文字:…]”的样子，Orchard Core 会把它当脚本。已在“[”后加了一个看不见的字符（U+2060），本站导入时会去掉。");
            return JsonValue.Create(marked);
        }
        return node;
    }
}
