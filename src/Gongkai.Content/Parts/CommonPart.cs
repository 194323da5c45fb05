using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{}</c>: lets editors change an item's owner and its time of creation, which are in its envelope.</summary>
public sealed class CommonPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "CommonPart";

    /// <inheritdoc/>
    public override string Editor => "common";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
    }
}
