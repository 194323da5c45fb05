using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A number.</summary>
internal sealed class NumberEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "number";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) =>
        form.Set("Value", NumericField.NumberOf(value)?.ToString(CultureInfo.InvariantCulture) ?? value.Text("Value") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var text = form.Get("Value").Trim();
        value["Value"] = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : text.Length == 0 ? null : text;
    }

    /// <inheritdoc/>
    public override void Prefill(Edited edited, FormScope form, EditorContext context) => form.Set("Value", Setting(edited, "DefaultValue") ?? edited.Settings.Text(edited.Group, "DefaultValue") ?? "");

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        // A text input with a numeric keyboard: number inputs swallow what they do not understand, and change by the wheel.
        View = "Text",
        Property = "Value",
        InputType = "numeric",
        Placeholder = edited.Settings.Text(edited.Group, "Placeholder"),
        Minimum = Setting(edited, "Minimum"),
        Maximum = Setting(edited, "Maximum"),
    };

    private static string? Setting(Edited edited, string name) => edited.Settings.Number(edited.Group, name)?.ToString(CultureInfo.InvariantCulture);
}
