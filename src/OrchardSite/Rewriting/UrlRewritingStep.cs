using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace OrchardSite.Rewriting;

/// <summary><c>{"name": "UrlRewriting", "Rules": [{"Source": "Redirect", "Name": "old", "Pattern": "^/old/(.*)$", "SubstitutionPattern": "/notice/$1"}]}</c>.</summary>
/// <remarks>A rule takes the place of the one of its <c>Id</c>, else of its <c>Name</c>.</remarks>
internal sealed class UrlRewritingStep(ISettingsStore settings) : IRecipeStep
{
    private static readonly string[] Texts = ["Id", "Source", "Name", "Pattern", "SubstitutionPattern", "QueryStringPolicy", "RedirectType"];
    private static readonly string[] Flags = ["IsCaseInsensitive", "SkipFurtherRules"];

    public string Name => "UrlRewriting";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        var brought = Read(shape).ToList();
        var isWhole = true;
        foreach (var (json, path) in brought)
        {
            if (RuleReading.Read(json, out var fault) is not null)
                continue;
            isWhole = false;
            shape.Error(json.ContainsKey(fault.Property) ? $"{path}.{fault.Property}" : path, fault.Message);
        }

        if (!isWhole)
            return;
        var stored = RewriteRules.In(settings.Get(SettingsNames.UrlRewriting));
        foreach (var (json, _) in brought)
            run.Note($"地址规则 {json.Text("Name")}", stored.FirstOrDefault(rule => rule.Text("Name") == json.Text("Name")), json);
        var all = RewriteRules.In(RewriteRules.With(settings.Get(SettingsNames.UrlRewriting), brought.Select(rule => rule.Json)));
        if (all.Count > RuleReading.MaximumRules)
            shape.Error("Rules", $"规则最多 {RuleReading.MaximumRules} 条，加上这些就有 {all.Count} 条了。请用一条带正则表达式的规则代替多条。");
        var rules = all.Select(rule => RuleReading.Read(rule, out _)).OfType<RewriteRule>().ToList();
        foreach (var (json, path) in brought)
        {
            if (rules.Find(rule => rule.Name == json.Text("Name")) is { } rule && RuleLoops.Of(rule, rules) is { } loop)
                shape.Error(path, $"这条规则会让地址转来转去：{string.Join(" → ", loop)}。请改好 Pattern 或 SubstitutionPattern。");
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.UrlRewriting);
        var rules = RewriteRules.With(stored, Read(new(await step.ReadAsync(cancellationToken), run)).Select(rule => rule.Json));
        if (!JsonNode.DeepEquals(stored, rules))
            await settings.SaveAsync(SettingsNames.UrlRewriting, rules, cancellationToken);
    }

    /// <summary>The rules as they are stored: known properties in one spelling, null ones left out.</summary>
    private static IEnumerable<(JsonObject Json, string Path)> Read(StepShape shape)
    {
        foreach (var (json, path) in shape.Objects(shape.Root, "Rules", ""))
        {
            var rule = new JsonObject();
            foreach (var name in Texts)
            {
                if (shape.Text(json, name, path) is { } text)
                    rule[name] = text;
            }

            foreach (var name in Flags)
            {
                if (shape.Flag(json, name, path))
                    rule[name] = true;
            }

            yield return (rule, path);
        }
    }
}
