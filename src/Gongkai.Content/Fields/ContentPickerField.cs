using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"ContentItemIds": ["…"]}</c>: links to other items, which may come later than the item that links.</summary>
public sealed class ContentPickerField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "ContentPickerField";

    /// <inheritdoc/>
    public override string Editor => "picker";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["ContentItemIds"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var ids = ReadTexts(value, "ContentItemIds", scope);
        RequireWhenPublished(field, ids.Count == 0, scope);
        if (!field.Settings.IsTrue(SettingsGroup, "Multiple") && ids.Count > 1)
            scope.At("ContentItemIds").Report($"“{Label(field)}”只能选一项。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var id in value.Texts("ContentItemIds"))
            scope.Reference(id);
    }
}
