using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Value": true}</c>.</summary>
public sealed class BooleanField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "BooleanField";

    /// <inheritdoc/>
    public override string Editor => "checkbox";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <summary>Whether somebody said true or false.</summary>
    public static bool IsSet(JsonObject value) => value.TryGetPropertyValue("Value", out var node) && node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        if (value is not null && value.TryGetPropertyValue("Value", out var node) && node is not null
            && node.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            scope.At("Value").Report($"“{Label(field)}”应为 true 或 false，得到的是{Describe(node)}。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (IsSet(value))
            scope.Value(value.Flag("Value"));
    }
}
