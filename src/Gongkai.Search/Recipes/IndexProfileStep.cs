using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>The recipe step <c>CreateOrUpdateIndexProfile</c>: stores index profiles by name. The site's search follows the one that its settings name.</summary>
/// <param name="settings">Where profiles are stored.</param>
internal sealed class IndexProfileStep(ISettings settings) : IRecipeStep
{
    // Orchard Core's names for its standard analyzer; ours takes the place of each.
    private static readonly string[] KnownAnalyzers = ["standardanalyzer", "standard"];

    /// <inheritdoc/>
    public string Name => "CreateOrUpdateIndexProfile";

    /// <inheritdoc/>
    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.IndexProfiles);
        await foreach (var profile in step.ReadElementsAsync("indexes", cancellationToken))
        {
            Check(profile, run);
            if ((profile.Json as JsonObject)?.Text("Name") is { Length: > 0 } name)
                run.Note(
                    !stored.ContainsKey(name) ? OperationOutcome.Added : JsonNode.DeepEquals(stored[name], profile.Json) ? OperationOutcome.Unchanged : OperationOutcome.Changed,
                    $"检索范围 {name}");
        }
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.IndexProfiles);
        var before = stored.DeepClone();
        await foreach (var profile in step.ReadElementsAsync("indexes", cancellationToken))
        {
            if (profile.Json is JsonObject json && json.Text("Name") is { } name)
                stored[name] = json.DeepClone();
        }

        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(SettingsNames.IndexProfiles, stored, cancellationToken);
    }

    private static void Check(RecipeElement profile, IRecipeRun run)
    {
        if (profile.Json is not JsonObject json)
        {
            run.Error(profile.Locate(), "索引配置应为对象，形如 {\"Name\": \"SiteSearch\", …}。");
            return;
        }

        if (string.IsNullOrWhiteSpace(json.Text("Name")))
            run.Error(profile.Locate("Name"), "索引配置缺少名称，请填写 Name。");
        if (json.Text("ProviderName") is { } provider && !provider.Equals("Lucene", StringComparison.OrdinalIgnoreCase))
            run.Notice(profile.Locate("ProviderName"), $"索引引擎“{provider}”在这里不适用，将使用内置的 Lucene 索引。");
        if (json.Text("Type") is { } type && !type.Equals("Content", StringComparison.OrdinalIgnoreCase))
            run.Notice(profile.Locate("Type"), $"“{type}”类型的索引在这里不适用，配置会保存，但不会建立索引。");
        CheckAnalyzer(profile, json, "LuceneIndexMetadata", "AnalyzerName", run);
        CheckAnalyzer(profile, json, "LuceneIndexDefaultQueryMetadata", "QueryAnalyzerName", run);
        CheckTypes(profile, json, run);
    }

    private static void CheckAnalyzer(RecipeElement profile, JsonObject json, string group, string name, IRecipeRun run)
    {
        if (json.Child("Properties")?.Child(group)?.Text(name) is { } analyzer && !KnownAnalyzers.Contains(analyzer, StringComparer.OrdinalIgnoreCase))
            run.Notice(profile.Locate($"Properties.{group}.{name}"), $"分词器“{analyzer}”在这里不适用，将使用内置的中文分词。");
    }

    private static void CheckTypes(RecipeElement profile, JsonObject json, IRecipeRun run)
    {
        const string Path = "Properties.ContentIndexMetadata.IndexedContentTypes";
        if (json.Child("Properties")?.Child("ContentIndexMetadata")?["IndexedContentTypes"] is not { } types)
            return;
        if (types is not JsonArray array)
        {
            run.Error(profile.Locate(Path), "IndexedContentTypes 应为内容类型名称的数组。");
            return;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i]?.GetValueKind() != JsonValueKind.String)
                run.Error(profile.Locate($"{Path}[{i}]"), "内容类型的名称应为字符串。");
            else if (run.Definitions.FindType(array[i]!.GetValue<string>()) is null)
                run.Error(profile.Locate($"{Path}[{i}]"), $"没有名为“{array[i]}”的内容类型，请先用 ContentDefinition 步骤定义，或从列表中删去。");
        }
    }
}
