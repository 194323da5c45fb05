using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Value": 3}</c>, within the settings' minimum, maximum and scale (decimal places, 0 unless given).</summary>
public sealed class NumericField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "NumericField";

    /// <inheritdoc/>
    public override string Editor => "number";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <summary>The number, as many places as it was written with; null when there is none.</summary>
    public static decimal? NumberOf(JsonObject value) =>
        value.TryGetPropertyValue("Value", out var node) && node?.GetValueKind() == JsonValueKind.Number ? Read(node) : null;

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        JsonNode? node = null;
        value?.TryGetPropertyValue("Value", out node);
        RequireWhenPublished(field, node is null, scope);
        if (node is null)
            return;
        var at = scope.At("Value");
        if (node.GetValueKind() != JsonValueKind.Number || Read(node) is not { } number)
        {
            at.Report($"“{Label(field)}”应为数字，得到的是{Describe(node)}。");
            return;
        }

        if (field.Settings.Number(SettingsGroup, "Minimum") is { } minimum && number < minimum)
            at.Report($"“{Label(field)}”不能小于 {minimum}。");
        if (field.Settings.Number(SettingsGroup, "Maximum") is { } maximum && number > maximum)
            at.Report($"“{Label(field)}”不能大于 {maximum}。");
        var scale = (int)Math.Clamp(field.Settings.Number(SettingsGroup, "Scale") ?? 0, 0, 15);
        if (decimal.Round(number, scale) != number)
            at.Report(scale == 0 ? new("“{0}”应为整数。", Label(field)) : new("“{0}”最多 {1} 位小数。", Label(field), scale));
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (NumberOf(value) is { } number)
            scope.Value(number);
    }

    private static decimal? Read(JsonNode node) =>
        decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
