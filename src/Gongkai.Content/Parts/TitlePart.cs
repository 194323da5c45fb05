using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Title": "…"}</c>.</summary>
public sealed class TitlePart : PartKind
{
    private const int MaximumLength = 1000;

    /// <inheritdoc/>
    public override string Name => "TitlePart";

    /// <inheritdoc/>
    public override string Editor => "title";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Title"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        var title = ReadText(value, "Title", scope);
        // Orchard Core writes items that have their name in the envelope alone.
        if (scope.ForPublication && string.IsNullOrWhiteSpace(title) && (value is not null || string.IsNullOrWhiteSpace(item.DisplayText)))
            scope.At("Title").Report(new("标题必填，请填写后再发布。"));
        if (title?.Length > MaximumLength)
            scope.At("Title").Report($"标题太长：{title.Length} 个字符，最多 {MaximumLength} 个。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Text("Title") is { Length: > 0 } title)
            scope.Text(title, IndexedTextRole.Title);
    }
}
