using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>Reads a step's values by their expected shape and reports what has another. Names are found in any case, as Orchard Core finds them.</summary>
/// <param name="element">The step or one of its elements.</param>
/// <param name="run">Who is told.</param>
public sealed class StepShape(RecipeElement element, IRecipeRun run)
{
    /// <summary>What is read.</summary>
    public JsonObject Root => (JsonObject)element.Json;

    /// <summary>Reports a fault at a path.</summary>
    public void Error(string path, string message) => run.Error(element.Locate(path), message);

    /// <summary>Reports at a path what is kept or passed over.</summary>
    public void Notice(string path, string message) => run.Notice(element.Locate(path), message);

    /// <summary>A property that is text; null when absent or of another shape.</summary>
    public string? Text(JsonObject json, string name, string path, bool isRequired = false)
    {
        if (Find(json, name, path) is not ({ } node, { } at))
        {
            if (isRequired)
                Error(path, $"缺少 {name}。");
            return null;
        }
        if (node.GetValueKind() != JsonValueKind.String)
            Error(at, $"{name} 应是文本，得到的是{FieldKind.Describe(node)}。");
        else if (node.GetValue<string>() is { Length: > 0 } text)
            return text;
        else if (isRequired)
            Error(at, $"{name} 不能为空。");
        return null;
    }

    /// <summary>A property that is <c>true</c>; false when absent or of another shape.</summary>
    public bool Flag(JsonObject json, string name, string path)
    {
        if (Find(json, name, path) is not ({ } node, { } at))
            return false;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValueKind() == JsonValueKind.True;
        Error(at, $"{name} 应是 true 或 false，得到的是{FieldKind.Describe(node)}。");
        return false;
    }

    /// <summary>A property that is an object; null when absent or of another shape.</summary>
    public JsonObject? Object(JsonObject json, string name, string path)
    {
        if (Find(json, name, path) is not ({ } node, { } at))
            return null;
        if (node is JsonObject found)
            return found;
        Error(at, $"{name} 应是对象，得到的是{FieldKind.Describe(node)}。");
        return null;
    }

    /// <summary>The objects of an array property, each with its path; empty when absent.</summary>
    public IEnumerable<(JsonObject Value, string Path)> Objects(JsonObject json, string name, string path)
    {
        foreach (var (node, at) in Array(json, name, path))
        {
            if (node is JsonObject found)
                yield return (found, at);
            else
                Error(at, $"应是对象，得到的是{FieldKind.Describe(node)}。");
        }
    }

    /// <summary>The texts of an array property of the step, each with its path; empty when absent.</summary>
    public IEnumerable<(string Value, string Path)> Texts(string name) => Texts(Root, name, "");

    /// <summary>The texts of an array property, each with its path; empty when absent.</summary>
    public IEnumerable<(string Value, string Path)> Texts(JsonObject json, string name, string path)
    {
        foreach (var (node, at) in Array(json, name, path))
        {
            if (node?.GetValueKind() == JsonValueKind.String)
                yield return (node.GetValue<string>(), at);
            else
                Error(at, $"应是文本，得到的是{FieldKind.Describe(node)}。");
        }
    }

    /// <summary>The properties that are objects, each with its path; the step's name and those of other shapes are left out, the latter reported.</summary>
    public IEnumerable<(string Name, JsonObject Value, string Path)> Properties(JsonObject json, string path)
    {
        foreach (var (key, value) in json)
        {
            if (ReferenceEquals(json, Root) && key.Equals("name", StringComparison.OrdinalIgnoreCase))
                continue;
            var at = path + JsonTrail.Property(key);
            if (value is JsonObject found)
                yield return (key, found, at);
            else
                Error(at, $"{key} 应是对象，得到的是{FieldKind.Describe(value)}。");
        }
    }

    private IEnumerable<(JsonNode? Value, string Path)> Array(JsonObject json, string name, string path)
    {
        if (Find(json, name, path) is not ({ } node, { } at))
            yield break;
        if (node is not JsonArray array)
        {
            Error(at, $"{name} 应是列表，得到的是{FieldKind.Describe(node)}。");
            yield break;
        }
        for (var i = 0; i < array.Count; i++)
            yield return (array[i], at + JsonTrail.Index(i));
    }

    private static (JsonNode? Value, string? Path) Find(JsonObject json, string name, string path)
    {
        foreach (var (key, value) in json)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return (value, path + JsonTrail.Property(key));
        }
        return (null, null);
    }
}
