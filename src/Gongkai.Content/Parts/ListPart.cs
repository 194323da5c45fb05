using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{}</c>: other items say by their <see cref="ContainedPart"/> that they are in this one.</summary>
public sealed class ListPart : PartKind
{
    private const string Settings = "ListPartSettings";

    /// <inheritdoc/>
    public override string Name => "ListPart";

    /// <inheritdoc/>
    public override string Editor => "list";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
    }

    /// <summary>The types that a list may contain; empty when it may contain any.</summary>
    public static IReadOnlyList<string> ContainedTypes(TypePart list) => list.Definition.Settings.Texts(Settings, "ContainedContentTypes");

    /// <summary>How many items a page of a list shows; null when its settings do not say.</summary>
    public static int? PageSize(TypePart list) => list.Definition.Settings.Number(Settings, "PageSize") is >= 1 and <= 100 and var size ? (int)size : null;

    /// <summary>Whether a list is in the order of <see cref="ContainedPart"/>, not of dates.</summary>
    public static bool IsOrdered(TypePart list) => list.Definition.Settings.IsTrue(Settings, "EnableOrdering");
}
