using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>The recipe step <c>CreateOrUpdateIndexProfile</c>: stores index profiles by name. The site's search follows the one that its settings name.</summary>
/// <param name="settings">Where profiles are stored.</param>
/// <param name="profiles">The profiles of the run.</param>
internal sealed class IndexProfileStep(ISettingsStore settings, ProfilesOfRun profiles) : IRecipeStep
{
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

    private void Check(RecipeElement profile, IRecipeRun run)
    {
        if (profile.Json is not JsonObject json)
        {
            run.Error(profile.Locate(), "索引配置应为对象，形如 {\"Name\": \"SiteSearch\", …}。");
            return;
        }

        if (json.Text("Name") is { } name && !string.IsNullOrWhiteSpace(name))
            profiles.Bring(name);
        else
            run.Error(profile.Locate("Name"), "索引配置缺少名称，请填写 Name。");
        if (json.Text("ProviderName") is { } provider && !provider.Equals("Lucene", StringComparison.OrdinalIgnoreCase))
            run.Notice(profile.Locate("ProviderName"), $"索引引擎“{provider}”在这里不适用，将使用内置的 Lucene 索引。");
        if (json.Text("Type") is { } type && !type.Equals("Content", StringComparison.OrdinalIgnoreCase))
            run.Notice(profile.Locate("Type"), $"“{type}”类型的索引在这里不适用，配置会保存，但不会建立索引。");
        var properties = json.Child("Properties");
        ProfileCheck.Analyzer(profile, "Properties.LuceneIndexMetadata.AnalyzerName", properties?.Child("LuceneIndexMetadata")?.Text("AnalyzerName"), run);
        ProfileCheck.Analyzer(profile, "Properties.LuceneIndexDefaultQueryMetadata.QueryAnalyzerName", properties?.Child("LuceneIndexDefaultQueryMetadata")?.Text("QueryAnalyzerName"), run);
        if (properties?.Child("ContentIndexMetadata")?["IndexedContentTypes"] is { } types)
            ProfileCheck.Types(profile, "Properties.ContentIndexMetadata.IndexedContentTypes", types, run);
    }
}
