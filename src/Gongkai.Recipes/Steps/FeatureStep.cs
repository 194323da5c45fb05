using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "feature", "enable": ["Gongkai.Catalogue"]}</c>: enabling a feature of ours runs the recipe that it brings, once.</summary>
internal sealed class FeatureStep(IEnumerable<RecipeFeature> features, ISettingsStore settings) : IRecipeStep
{
    private readonly Dictionary<string, RecipeFeature> _features = features.ToDictionary(feature => feature.Name, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RecipeSource> _recipes = new(StringComparer.OrdinalIgnoreCase);

    public string Name => "feature";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        foreach (var (name, path) in shape.Texts("enable"))
        {
            if (_features.TryGetValue(name, out var feature))
            {
                run.Note(settings.Get(SettingsNames.Features).ContainsKey(feature.Name) ? OperationOutcome.Unchanged : OperationOutcome.Added, $"功能 {feature.Name}");
                if (feature.Limits is { } limits)
                    shape.Notice(path, $"不适用：{limits}");
                await RunAsync(feature, run, cancellationToken);
            }
            else if (KnownElsewhere.IsFeature(name))
                shape.Notice(path, $"不适用：功能“{name}”是 Orchard Core 的，本站用不到，已略过。");
            else
                shape.Error(path, $"不认识功能“{name}”，请检查名称。本站的功能有：{string.Join("、", _features.Values.Where(known => known.Limits is null).Select(known => known.Name).Order(StringComparer.Ordinal))}。");
        }

        foreach (var (name, path) in shape.Texts("disable"))
        {
            if (_features.ContainsKey(name) || KnownElsewhere.IsFeature(name))
                shape.Notice(path, $"不适用：本站不能停用功能“{name}”，已略过。");
            else
                shape.Error(path, $"不认识功能“{name}”，请检查名称。");
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        foreach (var (name, _) in shape.Texts("enable"))
        {
            if (_features.TryGetValue(name, out var feature) && await RunAsync(feature, run, cancellationToken))
            {
                var enabled = settings.Get(SettingsNames.Features);
                enabled[feature.Name] = true;
                await settings.SaveAsync(SettingsNames.Features, enabled, cancellationToken);
            }
        }
    }

    /// <summary>Runs a feature's recipe unless the site or this run has it already.</summary>
    private async Task<bool> RunAsync(RecipeFeature feature, IRecipeRun run, CancellationToken cancellationToken)
    {
        var ours = (RecipeRun)run;
        if (settings.Get(SettingsNames.Features).ContainsKey(feature.Name) || !ours.Features.Add(feature.Name))
            return false;
        if (!_recipes.TryGetValue(feature.Name, out var recipe))
            _recipes[feature.Name] = recipe = new($"{feature.Name}（功能自带的配方）", feature.OpenRecipe);
        await ours.RunAsync(recipe, cancellationToken);
        return true;
    }
}
