using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Value": "08:30:00"}</c>: a time of day, in steps of <c>TimeFieldSettings.Step</c> seconds when it is given.</summary>
public sealed class TimeField : FieldKind
{
    private static readonly string[] Formats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <inheritdoc/>
    public override string Name => "TimeField";

    /// <inheritdoc/>
    public override string Editor => "time";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Value"];

    /// <summary>A time of day as Orchard Core writes it, or null.</summary>
    public static TimeOnly? TimeOf(JsonObject value) => value.Text("Value") is { } text && TryParse(text, out var time) ? time : null;

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var text = ReadText(value, "Value", scope);
        RequireWhenPublished(field, string.IsNullOrEmpty(text), scope);
        if (string.IsNullOrEmpty(text))
            return;
        if (!TryParse(text, out var time))
            scope.At("Value").Report($"“{Label(field)}”不是一天中的时间，应写作 08:30:00。");
        else if (field.Settings.Number(SettingsGroup, "Step") is > 0 and var step && (decimal)time.ToTimeSpan().Ticks / TimeSpan.TicksPerSecond % step != 0)
            scope.At("Value").Report($"“{Label(field)}”应为 {step} 秒的整数倍，从 00:00 算起。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (TimeOf(value) is { } time)
            scope.Value(time);
    }

    private static bool TryParse(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
