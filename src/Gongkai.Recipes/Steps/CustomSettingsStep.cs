using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "custom-settings", "GovSettings": {"ContentType": "GovSettings", "GovSettings": {"Phone": {"Text": "12345"}}}}</c>: settings that a type of the stereotype CustomSettings defines.</summary>
internal sealed class CustomSettingsStep(ISettingsStore settings, ContentValidator validator) : IRecipeStep
{
    private const string Stereotype = "CustomSettings";

    public string Name => "custom-settings";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        foreach (var (name, json, path) in shape.Properties(shape.Root, ""))
        {
            var item = ItemOf(name, json);
            if (run.Definitions.FindType(name) is not { } type)
                shape.Error(path, $"没有名为“{name}”的内容类型，请先用 ContentDefinition 步骤定义它（Stereotype 为 CustomSettings）。");
            else if (type.Definition.Settings.Text("ContentTypeSettings", "Stereotype") != Stereotype)
                shape.Error(path, $"内容类型“{name}”不是站点设置：它的 ContentTypeSettings.Stereotype 应是 CustomSettings。");
            else if (item.ContentType != name)
                shape.Error(path + ".ContentType", $"ContentType 应与设置的名称相同，是“{name}”，得到的是“{item.ContentType}”。");
            else if (IsValid(item, path, shape, run))
                run.Note($"设置 {name}", settings.Get(SettingsNames.Site)[name], item.Json);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var site = settings.Get(SettingsNames.Site);
        var before = site.DeepClone();
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        foreach (var (name, json, _) in shape.Properties(shape.Root, ""))
            site[name] = ItemOf(name, json).Json;
        if (!JsonNode.DeepEquals(before, site))
            await settings.SaveAsync(SettingsNames.Site, site, cancellationToken);
    }

    // Terms and links are not asked for: what they name may come with the content that follows.
    private bool IsValid(ContentItem item, string path, StepShape shape, IRecipeRun run)
    {
        var errors = validator.Validate(item, run.Definitions, new EveryTerm(), forPublication: true);
        foreach (var error in errors)
            shape.Error(error.Path.Length == 0 ? path : $"{path}.{error.Path}", error.Message);
        return errors.Count == 0;
    }

    private static ContentItem ItemOf(string name, JsonObject json)
    {
        var whole = json.DeepClone().AsObject();
        whole.TryAdd("ContentType", name);
        return new(whole);
    }

    private sealed class EveryTerm : IKnownTerms
    {
        public bool Has(string taxonomyId, string termId) => true;

        public bool HasBelow(string taxonomyId, string termId) => false;
    }
}
