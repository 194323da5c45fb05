using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Other items, found by search, in their order.</summary>
internal sealed class PickerEditor : ValueEditor
{
    /// <summary>What the name of a picker's search box begins with: it is no value, so it stands outside of the names of values.</summary>
    public const string Query = "$query.";

    /// <inheritdoc/>
    public override string Name => "picker";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set(FormLists.Items, value.Texts("ContentItemIds").Prepend(""));

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) =>
        value["ContentItemIds"] = new JsonArray([.. form.All(FormLists.Items).Distinct(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]);

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', form.All(FormLists.Items).Select(id => context.Picked.GetValueOrDefault(id)?.Title ?? id));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => ItemSelection.Of(
        frame, edited.Settings.IsTrue(edited.Group, "Multiple"),
        edited.Settings.IsTrue(edited.Group, "DisplayAllContentTypes") ? [] : edited.Settings.Texts(edited.Group, "DisplayedContentTypes"), context);
}

/// <summary>Items to choose.</summary>
internal sealed record ItemSelection : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public ItemSelection(Editor frame) : base(frame)
    {
    }

    /// <summary>Whether several can be chosen.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The types to search in; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The chosen items in their order; of one that the editor may not see there is the id alone.</summary>
    public IReadOnlyList<PickedItem> Chosen { get; init; } = [];

    /// <summary>What the search found; null when none was asked for.</summary>
    public IReadOnlyList<PickedItem>? Found { get; init; }

    /// <summary>The editor for the items that a form lists.</summary>
    public static ItemSelection Of(Editor frame, bool isMultiple, IReadOnlyList<string> types, EditorContext context) => new(frame)
    {
        View = "Picker",
        IsMultiple = isMultiple,
        Types = types,
        Chosen = [.. frame.Values.All(FormLists.Items).Distinct(StringComparer.Ordinal).Select(id => context.Picked.GetValueOrDefault(id) ?? new(id, id, "", context.Text("没有这一条，或者您无权查看")))],
        Found = context.SearchIn == frame.Name ? context.Found : null,
    };
}
