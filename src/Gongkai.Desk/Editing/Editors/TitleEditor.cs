using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>An item's title.</summary>
internal sealed class TitleEditor : ValueEditor
{
    private static readonly string[] Options = ["Editable", "GeneratedDisabled", "GeneratedHidden", "EditableRequired"];

    /// <inheritdoc/>
    public override string Name => "title";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Title"];

    /// <inheritdoc/>
    public override bool IsShown(Edited edited, EditorContext context) => OptionOf(edited) != "GeneratedHidden";

    /// <inheritdoc/>
    public override string? ReadOnlyReason(Edited edited, EditorContext context) => OptionOf(edited) == "GeneratedDisabled" ? context.Text("由系统按模板生成。") : null;

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) =>
        form.Set("Title", value.Text("Title") ?? (value.ContainsKey("Title") ? "" : edited.Item.DisplayText));

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Title"] = form.Get("Title").Trim();

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => frame with { View = "Title", Label = context.Text("标题"), IsRequired = true };

    private static string OptionOf(Edited edited) => edited.Settings.Choice(edited.Group, "Options", Options);
}
