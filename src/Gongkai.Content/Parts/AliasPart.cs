using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Alias": "topics"}</c>: a short name, unique among published items.</summary>
public sealed class AliasPart : PartKind
{
    private const int MaximumLength = 740;

    /// <inheritdoc/>
    public override string Name => "AliasPart";

    /// <inheritdoc/>
    public override string Editor => "alias";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Alias"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        if (ReadText(value, "Alias", scope)?.Length > MaximumLength)
            scope.At("Alias").Report($"别名太长，最多 {MaximumLength} 个字符。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Text("Alias") is { Length: > 0 } alias)
            scope.Alias(alias);
    }
}
