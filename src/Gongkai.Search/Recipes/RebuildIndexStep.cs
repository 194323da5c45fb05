using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>The steps that rebuild or reset indexes by name: <c>{"name": "RebuildIndex", "includeAll": false, "indexNames": ["SiteSearch"]}</c>.</summary>
/// <remarks>The site has one index. Resetting follows everything from the start, which here is a rebuild. A server that runs beside the import carries it out.</remarks>
/// <param name="name">The step's name.</param>
/// <param name="property">The property with the names of the indexes.</param>
/// <param name="site">Says which profile is the index's.</param>
/// <param name="profiles">The profiles of the run.</param>
/// <param name="index">The index.</param>
internal sealed class RebuildIndexStep(string name, string property, SiteSettings site, ProfilesOfRun profiles, SearchIndex index) : IRecipeStep
{
    public string Name => name;

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var json = (JsonObject)element.Json;
        if (Find(json, "includeAll") is ({ } all, var key) && all.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            run.Error(element.Locate(key), $"includeAll 应是 true 或 false，得到的是{FieldKind.Describe(all)}。");
        if (Find(json, property) is not ({ } names, var at))
            return;
        if (names is not JsonArray array)
        {
            run.Error(element.Locate(at), $"{property} 应是索引名称的列表，得到的是{FieldKind.Describe(names)}。");
            return;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i]?.GetValueKind() != JsonValueKind.String)
                run.Error(element.Locate($"{at}[{i}]"), $"应是索引的名称，得到的是{FieldKind.Describe(array[i])}。");
            else if (!profiles.Names.Contains(array[i]!.ToString(), StringComparer.OrdinalIgnoreCase))
                run.Error(element.Locate($"{at}[{i}]"), $"没有名为“{array[i]}”的索引。现有：{string.Join("、", profiles.Names)}。");
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var json = (JsonObject)(await step.ReadAsync(cancellationToken)).Json;
        var isAsked = Find(json, "includeAll").Value?.GetValueKind() == JsonValueKind.True
            || (Find(json, property).Value is JsonArray names && names.Any(one => string.Equals(one?.ToString(), site.IndexProfileName, StringComparison.OrdinalIgnoreCase)));
        if (!isAsked || profiles.IsRebuilt)
            return;
        profiles.IsRebuilt = true;
        await index.RebuildAsync(cancellationToken);
    }

    private static (JsonNode? Value, string Key) Find(JsonObject json, string property)
    {
        foreach (var (key, value) in json)
        {
            if (key.Equals(property, StringComparison.OrdinalIgnoreCase))
                return (value, key);
        }

        return (null, "");
    }
}
