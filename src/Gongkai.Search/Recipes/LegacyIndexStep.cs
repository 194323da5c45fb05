using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>The recipe step <c>lucene-index</c> of older recipes: <c>{"Indices": [{"Search": {"AnalyzerName": "standardanalyzer", "IndexedContentTypes": ["Notice"]}}]}</c>, kept as index profiles.</summary>
/// <remarks>As in Orchard Core an index that is there already is left as it is.</remarks>
/// <param name="settings">Where profiles are stored.</param>
/// <param name="profiles">The profiles of the run.</param>
internal sealed class LegacyIndexStep(ISettingsStore settings, ProfilesOfRun profiles) : IRecipeStep
{
    private const string Indices = "Indices";

    public string Name => "lucene-index";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.IndexProfiles);
        await foreach (var element in step.ReadElementsAsync(Indices, cancellationToken))
        {
            if (element.Json is not JsonObject json)
            {
                run.Error(element.Locate(), $"应是对象，形如 {{\"索引名称\": {{…}}}}，得到的是{FieldKind.Describe(element.Json)}。");
                continue;
            }

            foreach (var (name, value) in json)
            {
                if (name.Length == 0 || value is not JsonObject index)
                    run.Error(element.Locate($"['{name}']"), name.Length == 0 ? "索引缺少名称。" : $"索引“{name}”应是对象，得到的是{FieldKind.Describe(value)}。");
                else
                    Check(element, name, index, stored, run);
            }
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.IndexProfiles);
        var hasChanged = false;
        await foreach (var element in step.ReadElementsAsync(Indices, cancellationToken))
        {
            foreach (var (name, value) in (JsonObject)element.Json)
                hasChanged |= stored.TryAdd(name, ProfileOf(name, (JsonObject)value!));
        }

        if (hasChanged)
            await settings.SaveAsync(SettingsNames.IndexProfiles, stored, cancellationToken);
    }

    private void Check(RecipeElement element, string name, JsonObject index, JsonObject stored, IRecipeRun run)
    {
        profiles.Bring(name);
        if (stored.Child(name) is { } existing && !JsonNode.DeepEquals(existing, ProfileOf(name, index)))
            run.Notice(element.Locate($"['{name}']"), $"索引“{name}”已经有了，保持不变；要改动它，请用 CreateOrUpdateIndexProfile 步骤。");
        ProfileCheck.Analyzer(element, $"['{name}'].AnalyzerName", index.Text("AnalyzerName"), run);
        if (index["IndexedContentTypes"] is { } types)
            ProfileCheck.Types(element, $"['{name}'].IndexedContentTypes", types, run);
    }

    private static JsonObject ProfileOf(string name, JsonObject index) => new()
    {
        ["Name"] = name,
        ["IndexName"] = name,
        ["ProviderName"] = "Lucene",
        ["Type"] = "Content",
        ["Properties"] = new JsonObject
        {
            ["LuceneIndexMetadata"] = new JsonObject
            {
                ["StoreSourceData"] = index.Flag("StoreSourceData"),
                ["AnalyzerName"] = index.Text("AnalyzerName") ?? "standardanalyzer",
            },
            ["ContentIndexMetadata"] = new JsonObject
            {
                ["IndexLatest"] = index.Flag("IndexLatest"),
                ["IndexedContentTypes"] = new JsonArray([.. index.Texts("IndexedContentTypes").Select(type => JsonValue.Create(type))]),
                ["Culture"] = index.Text("Culture") ?? "any",
            },
        },
    };
}
