using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Markdown": "…"}</c>: the item's body, turned into HTML at publication.</summary>
public sealed class MarkdownBodyPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "MarkdownBodyPart";

    /// <inheritdoc/>
    public override string Editor => "markdown";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Markdown"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope) =>
        ReadText(value, "Markdown", scope);

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Text("Markdown") is { Length: > 0 } source)
            scope.Markup(source, MarkupFormat.Markdown);
    }
}
