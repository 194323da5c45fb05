using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"TaxonomyContentItemId": "topics"}</c>: says of which taxonomy an item is a term.</summary>
public sealed class TermPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "TermPart";

    /// <inheritdoc/>
    public override string Editor => "none";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["TaxonomyContentItemId"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope) =>
        ReadText(value, "TaxonomyContentItemId", scope);
}
