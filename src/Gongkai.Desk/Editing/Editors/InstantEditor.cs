using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A point in time, shown and typed in the site's time zone and stored in UTC.</summary>
internal sealed class InstantEditor : ValueEditor
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly string[] Formats = [Minutes, Seconds, "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <inheritdoc/>
    public override string Name => "datetime";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <summary>A stored time as the form shows it; what is no time as it is.</summary>
    public static string Shown(JsonObject value, string property, TimeZoneInfo zone)
    {
        if (value.Instant(property) is not { } utc)
            return value.Text(property) ?? "";
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return local.ToString(local.Second == 0 ? Minutes : Seconds, CultureInfo.InvariantCulture);
    }

    /// <summary>What was typed as it is stored; what is no time as it is.</summary>
    public static JsonNode? Stored(string typed, TimeZoneInfo zone)
    {
        var text = typed.Trim();
        if (text.Length == 0)
            return null;
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return text;
        // Clocks that go forward leave out an hour: whoever types it means the hour after.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return FieldJson.Instant(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }

    /// <summary>The input for a time.</summary>
    public static TextLine Line(Editor frame, string property, EditorContext context) => new(frame)
    {
        View = "Text",
        Property = property,
        InputType = frame.Values.Get(property) is { Length: > 0 } text && !DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "text" : "datetime-local",
        Step = frame.Values.Get(property).Count(c => c == ':') == 2 ? "1" : null,
        Hint = frame.Hint ?? string.Format(CultureInfo.InvariantCulture, context.Text("按站点时区（{0}）填写。"), context.Zone.StandardName),
    };

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Value", Shown(value, "Value", context.Zone));

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Value"] = Stored(form.Get("Value"), context.Zone);

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => Line(frame, "Value", context);
}
