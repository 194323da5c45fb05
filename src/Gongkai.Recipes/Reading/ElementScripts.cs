using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes.Reading;

/// <summary>Puts into a parsed value what its strings stand for: what scripts come to, and texts without their mark.</summary>
/// <param name="text">The recipe.</param>
/// <param name="offsets">Where those strings begin in the recipe, in their order.</param>
/// <param name="root">The value's JSON path.</param>
internal sealed class ElementScripts(RecipeText text, IReadOnlyList<long> offsets, string root)
{
    private int _seen;

    /// <summary>How many characters the scripts came to.</summary>
    public long Length { get; private set; }

    /// <summary>The path in the value of the string that is looked at.</summary>
    public string Path { get; private set; } = "";

    public Task<JsonNode?> ReplaceAsync(JsonNode? node, CancellationToken cancellationToken) => ReplaceAsync(node, "", cancellationToken);

    private async Task<JsonNode?> ReplaceAsync(JsonNode? node, string path, CancellationToken cancellationToken)
    {
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json.ToArray())
            {
                if (await ReplaceAsync(value, path + JsonTrail.Property(name), cancellationToken) is var meant && !ReferenceEquals(meant, value))
                    json[name] = meant;
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (await ReplaceAsync(array[i], path + JsonTrail.Index(i), cancellationToken) is var meant && !ReferenceEquals(meant, array[i]))
                    array[i] = meant;
            }
        }
        else if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var written && ScriptPrefix.StandsForAnother(written))
        {
            Path = path;
            return JsonValue.Create(await MeantAsync(written, path, offsets[_seen++], cancellationToken));
        }
        return node;
    }

    private async Task<string> MeantAsync(string written, string path, long offset, CancellationToken cancellationToken)
    {
        if (ScriptPrefix.Of(written) is not ({ } language, { } script))
            return ScriptPrefix.Unmark(written);
        if (text.Scripts is null)
            return written;
        var value = await text.Scripts.ValueOfAsync(text, new(language, script, offset, root + path), cancellationToken);
        Length += value.Length;
        return Length <= JsonScanner.MaxValueLength ? value : throw new ScriptFaultException($"脚本给这一个值带来的文字超过 {JsonScanner.MaxValueLength / 1024 / 1024} MiB，请拆分或缩短它。");
    }
}
