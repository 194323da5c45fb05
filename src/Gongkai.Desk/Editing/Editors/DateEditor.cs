using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A day.</summary>
internal sealed class DateEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "date";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) =>
        form.Set("Value", value.Instant("Value") is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.Text("Value") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var text = form.Get("Value").Trim();
        value["Value"] = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? FieldJson.Instant(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))
            : text.Length == 0 ? null : text;
    }

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        // What is no day would vanish from a date input: it stays to be read and corrected.
        View = "Text",
        Property = "Value",
        InputType = frame.Values.Get("Value") is { Length: > 0 } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "text" : "date",
    };
}
