using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Html": "…"}</c>, sanitised at publication whatever <c>HtmlFieldSettings.SanitizeHtml</c> says.</summary>
public sealed class HtmlField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "HtmlField";

    /// <inheritdoc/>
    public override string Editor => "html";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Html"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope) =>
        RequireWhenPublished(field, string.IsNullOrWhiteSpace(ReadText(value, "Html", scope)), scope);

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Text("Html") is { Length: > 0 } source)
            scope.Markup(source, MarkupFormat.Html);
    }

    /// <summary>Nothing: what an author wrote is not safe to show. Whoever has the derived HTML shows that.</summary>
    public override JsonObject Public(JsonObject value) => [];
}
