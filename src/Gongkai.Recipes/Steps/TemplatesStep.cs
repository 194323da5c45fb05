using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "Templates", "Templates": {"Content__Notice": {"Description": "", "Content": "…"}}}</c>: Liquid templates that go before those of the theme.</summary>
/// <remarks>As in Orchard Core a template is replaced whole, and one with an empty content shows nothing.</remarks>
internal sealed partial class TemplatesStep(ISettingsStore settings, IThemes themes) : IRecipeStep
{
    private const string Property = "Templates";
    private const int MaxLength = 256 * 1024;
    private const int MaxTemplates = 500;

    public string Name => "Templates";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        var templates = Read(shape);
        var stored = settings.Get(SettingsNames.Templates);
        foreach (var (name, description, content, path) in templates)
        {
            if (FaultOfName(name) is { } nameFault)
                shape.Error(path, nameFault);
            else if (content.Length > MaxLength)
                shape.Error(path + ".Content", $"模板“{name}”超过 {MaxLength / 1024} KiB，请拆成几个模板。");
            else if (ForeignTagOf(content) is { } tag)
                shape.Notice(path + ".Content", $"不适用：模板“{name}”用了 Orchard Core 的标签 {tag}，本站没有，没有存下这个模板。");
            else if (themes.FaultOf(content) is { } fault)
                shape.Error(path + ".Content", $"模板“{name}”{fault}");
            else
                run.Note($"模板 {name}", stored[name], Stored(description, content));
        }

        if (stored.Select(template => template.Key).Union(templates.Select(template => template.Name)).Count() > MaxTemplates)
            shape.Error(Property, $"存下的模板最多 {MaxTemplates} 个，请把其余的放进主题文件夹。");
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.Templates);
        var before = stored.DeepClone();
        foreach (var (name, description, content, _) in Read(new StepShape(await step.ReadAsync(cancellationToken), run)))
        {
            if (ForeignTagOf(content) is null)
                stored[name] = Stored(description, content);
        }

        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(SettingsNames.Templates, stored, cancellationToken);
    }

    /// <summary>The tag that keeps a template from being used here though it is right in Orchard Core, or null.</summary>
    private string? ForeignTagOf(string content) =>
        themes.FaultOf(content) is { } fault && UnknownTag().Match(fault) is { Success: true } unknown && KnownElsewhere.IsTag(unknown.Groups["tag"].Value) ? unknown.Groups["tag"].Value : null;

    private static JsonObject Stored(string description, string content) => new() { ["Description"] = description, ["Content"] = content };

    private static List<(string Name, string Description, string Content, string Path)> Read(StepShape shape)
    {
        var templates = new List<(string, string, string, string)>();
        if (shape.Object(shape.Root, Property, "") is not { } json)
        {
            shape.Error("", "缺少对象 Templates，形如 {\"Content__Notice\": {\"Content\": \"…\"}}。");
            return templates;
        }

        foreach (var (name, value, path) in shape.Properties(json, Property))
            templates.Add((name, shape.Text(value, "Description", path) ?? "", shape.Text(value, "Content", path) ?? "", path));
        return templates;
    }

    private static string? FaultOfName(string name) =>
        name.Length is > 0 and <= 200 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.')
            ? null
            : $"“{name}”不能用作模板的名称：应以字母开头，只含字母、数字、下划线、连字符和点，如 Content__Notice。";

    // As Fluid says it.
    [GeneratedRegex("Unknown tag '(?<tag>[a-z_]+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnknownTag();
}
