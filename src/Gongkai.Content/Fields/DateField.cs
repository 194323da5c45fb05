using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Value": "2022-01-20T00:00:00Z"}</c>: a day, written as its midnight UTC.</summary>
public sealed class DateField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "DateField";

    /// <inheritdoc/>
    public override string Editor => "date";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var text = ReadText(value, "Value", scope);
        RequireWhenPublished(field, string.IsNullOrEmpty(text), scope);
        if (!string.IsNullOrEmpty(text) && !FieldJson.TryParseInstant(text, out _))
            scope.At("Value").Report($"“{Label(field)}”不是日期，应写作 2022-01-20 或 2022-01-20T00:00:00Z。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Instant("Value") is { } day)
            scope.Value(DateOnly.FromDateTime(day));
    }
}
