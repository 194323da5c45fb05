using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Graphs;

/// <summary>A fault of a graph.</summary>
/// <param name="Path">Where, as a JSON path in the graph; empty for the graph.</param>
/// <param name="Wording">What is wrong and what to do.</param>
public sealed record GraphFault(string Path, Wording Wording);

/// <summary>Reads a graph as recipes and the site's settings have it.</summary>
public static class GraphReading
{
    private const int MostName = 100;
    private const int MostStages = 30;
    private const int MostTransitions = 200;
    private const int MostWorkingDays = 250;

    /// <summary>The graph; null with faults when its shape is wrong.</summary>
    public static ReviewGraph? Read(JsonObject json, out IReadOnlyList<GraphFault> faults)
    {
        var found = new List<GraphFault>();
        faults = found;
        var name = Text(json, "Name", "", found, isRequired: true);
        var label = Text(json, "DisplayName", "", found) ?? name;
        var stages = Objects(json, "Stages", MostStages, found).Select(one => new ReviewStage(
            Text(one.Json, "Name", one.Path, found, isRequired: true) ?? "", Text(one.Json, "DisplayName", one.Path, found) ?? one.Json.Text("Name") ?? "", Days(one.Json, one.Path, found))).ToList();
        var transitions = Objects(json, "Transitions", MostTransitions, found).Select(one => new ReviewTransition(
            Text(one.Json, "Name", one.Path, found, isRequired: true) ?? "", Text(one.Json, "DisplayName", one.Path, found) ?? one.Json.Text("Name") ?? "",
            Text(one.Json, "From", one.Path, found, isRequired: true) ?? "", Text(one.Json, "To", one.Path, found, isRequired: true) ?? "", Text(one.Json, "Role", one.Path, found, isRequired: true) ?? "",
            Flag(one.Json, "DecidesMode", one.Path, found))).ToList();
        return found.Count > 0 ? null : new(name!, label!, stages, transitions);
    }

    private static List<(JsonObject Json, string Path)> Objects(JsonObject json, string name, int most, List<GraphFault> faults)
    {
        if (json[name] is not JsonArray array)
        {
            faults.Add(new(name, $"流程缺少 {name}，或者它不是列表。请写成 [{{…}}, …]。"));
            return [];
        }

        if (array.Count > most)
        {
            faults.Add(new(name, $"{name} 最多 {most} 项，这里有 {array.Count} 项。"));
            return [];
        }

        var objects = new List<(JsonObject, string)>();
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonObject one)
                objects.Add((one, $"{name}[{i}]"));
            else
                faults.Add(new($"{name}[{i}]", $"{name} 的第 {i + 1} 项应是对象，形如 {{\"Name\": \"…\"}}。"));
        }

        return objects;
    }

    private static string? Text(JsonObject json, string name, string path, List<GraphFault> faults, bool isRequired = false)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        if (!json.TryGetPropertyValue(name, out var node) || node is null)
        {
            if (isRequired)
                faults.Add(new(path, $"缺少 {name}，请补上。"));
            return null;
        }

        if (json.Text(name) is not { } text)
            faults.Add(new(at, $"{name} 应是文字。"));
        else if (string.IsNullOrWhiteSpace(text) || text.Length > MostName || !StorableText.IsStorable(text))
            faults.Add(new(at, $"{name} 应有 1 至 {MostName} 个字符。"));
        else
            return text;
        return null;
    }

    private static int? Days(JsonObject json, string path, List<GraphFault> faults)
    {
        if (!json.TryGetPropertyValue("WorkingDays", out var node) || node is null)
            return null;
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var days) && days is > 0 and <= MostWorkingDays)
            return days;
        faults.Add(new($"{path}.WorkingDays", $"WorkingDays 应是 1 至 {MostWorkingDays} 的整数（工作日）。"));
        return null;
    }

    private static bool Flag(JsonObject json, string name, string path, List<GraphFault> faults)
    {
        if (!json.TryGetPropertyValue(name, out var node) || node is null)
            return false;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValue<bool>();
        faults.Add(new($"{path}.{name}", $"{name} 应是 true 或 false。"));
        return false;
    }
}
