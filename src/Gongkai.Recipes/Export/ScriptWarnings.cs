using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Export;

/// <summary>Finds the texts that Orchard Core takes for a script: it removes their brackets or runs them, and evaluates again whatever comes out, so none can be escaped.</summary>
internal sealed class ScriptWarnings
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public void Look(ContentItem item) => Look(item.Json, item.ContentItemId, "");

    private void Look(JsonNode? node, string id, string path)
    {
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json)
                Look(value, id, path + JsonTrail.Property(name));
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                Look(array[i], id, path + JsonTrail.Index(i));
        }
        else if (node?.GetValueKind() == JsonValueKind.String && MessageOf(node.GetValue<string>()) is { } message && _messages.Count < ExportReport.MaxWarnings)
            _messages.Add($"{id} 的 {path.TrimStart('.')}：{message}");
    }

    private static string? MessageOf(string text)
    {
        if (ScriptPrefix.Of(text) is { } language)
            return $"文字写成了脚本的样子（[{language}: …]），导入时会被拒绝，请先在原文中改掉。";
        return ScriptPrefix.IsTakenForOne(text) ? "整段文字是“[文字:…]”的样子，Orchard Core 导入时会去掉方括号；本站导入不受影响。" : null;
    }
}
