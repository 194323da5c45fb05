using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Value": "2022-01-20T01:00:00Z"}</c>: a point in time, UTC.</summary>
public sealed class DateTimeField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "DateTimeField";

    /// <inheritdoc/>
    public override string Editor => "datetime";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var text = ReadText(value, "Value", scope);
        RequireWhenPublished(field, string.IsNullOrEmpty(text), scope);
        if (!string.IsNullOrEmpty(text) && !FieldJson.TryParseInstant(text, out _))
            scope.At("Value").Report($"“{Label(field)}”不是时间，应写作 2022-01-20T01:00:00Z。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Instant("Value") is { } instant)
            scope.Value(instant);
    }
}
