using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A time of day.</summary>
internal sealed class TimeEditor : ValueEditor
{
    private static readonly string[] Formats = ["HH:mm", "HH:mm:ss"];

    /// <inheritdoc/>
    public override string Name => "time";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) =>
        form.Set("Value", TimeField.TimeOf(value) is { } time ? time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture) : value.Text("Value") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var text = form.Get("Value").Trim();
        value["Value"] = TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : text.Length == 0 ? null : text;
    }

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        View = "Text",
        Property = "Value",
        InputType = frame.Values.Get("Value") is { Length: > 0 } text && !TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "text" : "time",
        Step = edited.Settings.Number(edited.Group, "Step") is > 0 and var step ? step.ToString(CultureInfo.InvariantCulture) : frame.Values.Get("Value").Length > 5 ? "1" : null,
    };
}
