using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Yes or no. Never answered stays so until somebody says yes.</summary>
internal sealed class CheckboxEditor : ValueEditor
{
    private const string Yes = "true";

    /// <inheritdoc/>
    public override string Name => "checkbox";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Value", value.Flag("Value") ? Yes : "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Value"] = form.Get("Value") == Yes;

    /// <inheritdoc/>
    public override void Prefill(Edited edited, FormScope form, EditorContext context) => form.Set("Value", edited.Settings.IsTrue(edited.Group, "DefaultValue") ? Yes : "");

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) => context.Text(form.Get("Value") == Yes ? "是" : "否");

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => frame with
    {
        View = "Checkbox",
        Label = edited.Settings.Text(edited.Group, "Label") is { Length: > 0 } label ? label : frame.Label,
    };
}
