using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Html": "…"}</c>: the item's body, sanitised at publication whatever <c>HtmlBodyPartSettings.SanitizeHtml</c> says.</summary>
public sealed class HtmlBodyPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "HtmlBodyPart";

    /// <inheritdoc/>
    public override string Editor => "html";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Html"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope) =>
        ReadText(value, "Html", scope);

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Text("Html") is { Length: > 0 } source)
            scope.Markup(source, MarkupFormat.Html);
    }

    /// <summary>Nothing: what an author wrote is not safe to show. Whoever has the derived HTML shows that.</summary>
    public override JsonObject Public(JsonObject value, DefinitionSnapshot definitions) => [];
}
