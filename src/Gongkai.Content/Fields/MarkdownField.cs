using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Markdown": "…"}</c>, turned into HTML at publication.</summary>
public sealed class MarkdownField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "MarkdownField";

    /// <inheritdoc/>
    public override string Editor => "markdown";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Markdown"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope) =>
        RequireWhenPublished(field, string.IsNullOrWhiteSpace(ReadText(value, "Markdown", scope)), scope);

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Text("Markdown") is { Length: > 0 } source)
            scope.Markup(source, MarkupFormat.Markdown);
    }
}
