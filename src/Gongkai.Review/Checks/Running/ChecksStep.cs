using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary><c>{"name": "Checks", "Severities": {"MobileNumber": "Warning"}, "AllowedNumbers": ["12345"]}</c>: each property replaces the one of its name.</summary>
internal sealed class ChecksStep(ISettingsStore settings) : IRecipeStep
{
    private static readonly string[] Objects = ["Severities", "Types", "Required"];

    public string Name => "Checks";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var stored = settings.Get(CheckSettings.Document);
        foreach (var (name, value) in element.Settings)
        {
            if (FaultOf(name, value) is { } fault)
                run.Error(element.Locate(name), fault);
            else
                run.Note($"发布前检查的设置 {name}", stored[name], value);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(CheckSettings.Document);
        var before = stored.DeepClone();
        foreach (var (name, value) in (await step.ReadAsync(cancellationToken)).Settings)
            stored[name] = value?.DeepClone();
        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(CheckSettings.Document, stored, cancellationToken);
    }

    private static string? FaultOf(string name, JsonNode? value) => name switch
    {
        "Severities" when value is JsonObject severities => FaultOf(severities),
        "Types" when value is JsonObject types => types.Select(type => type.Value is JsonObject severities ? FaultOf(severities) : $"{type.Key} 应是对象，如 {{\"MobileNumber\": \"Off\"}}。").FirstOrDefault(fault => fault is not null),
        "Required" when value is JsonObject => null,
        "AllowedNumbers" when value is JsonArray numbers => numbers.All(number => number?.GetValueKind() == System.Text.Json.JsonValueKind.String) ? null : "AllowedNumbers 应是文本列表，如 [\"0527-84350000\"]。",
        "ImportsAreHeldBack" when value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => null,
        _ when Objects.Contains(name) => $"{name} 应是对象，得到的是{FieldKind.Describe(value)}。",
        "AllowedNumbers" => $"AllowedNumbers 应是列表，得到的是{FieldKind.Describe(value)}。",
        "ImportsAreHeldBack" => $"ImportsAreHeldBack 应是 true 或 false，得到的是{FieldKind.Describe(value)}。",
        _ => $"没有名为 {name} 的设置，可用的是 Severities、Types、Required、AllowedNumbers、ImportsAreHeldBack。",
    };

    private static string? FaultOf(JsonObject severities) => severities.Select(severity =>
        !CheckNames.IsKnown(severity.Key) ? $"没有名为 {severity.Key} 的检查，可用的是 {string.Join("、", CheckNames.Defaults.Select(check => check.Key))}。"
        : severities.Text(severity.Key) is not { } value || !Enum.TryParse<CheckSeverity>(value, out _) || int.TryParse(value, out _) ? $"{severity.Key} 应是 Off、Warning 或 Blocking。"
        : null).FirstOrDefault(fault => fault is not null);
}
