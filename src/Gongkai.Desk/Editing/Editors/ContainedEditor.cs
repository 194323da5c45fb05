using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The list that an item is in. Every item may be in one: it is asked for where some type has a list that takes this type.</summary>
internal sealed class ContainedEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "contained";

    /// <inheritdoc/>
    public override bool IsAside => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items];

    /// <inheritdoc/>
    public override bool IsShown(Edited edited, EditorContext context) => context.Depth == 0 && (ContainedPart.ListOf(edited.Item) is not null || ListTypes(edited, context).Count > 0);

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set(FormLists.Items, "", value.Text("ListContentItemId") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var list = form.All(FormLists.Items) is [.., var last] ? last : null;
        value["ListContentItemId"] = list;
        value["ListContentType"] = list is null ? null : context.Picked.GetValueOrDefault(list)?.Type;
        // Its place was one among others of the list that it leaves.
        if (value.ContainsKey("Order"))
            value["Order"] = 0;
    }

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        form.All(FormLists.Items) is [.., var list] ? context.Picked.GetValueOrDefault(list)?.Title ?? list : "";

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) =>
        ItemSelection.Of(frame with { Label = context.Text("所在列表") }, isMultiple: false, ListTypes(edited, context), context);

    private static List<string> ListTypes(Edited edited, EditorContext context) =>
        [.. context.Definitions.Types.Keys.Where(name => context.Definitions.FindType(name)?.PartOfKind("ListPart") is { } list
            && (ListPart.ContainedTypes(list) is not { Count: > 0 } types || types.Contains(edited.Item.ContentType))).Order(StringComparer.Ordinal)];
}
