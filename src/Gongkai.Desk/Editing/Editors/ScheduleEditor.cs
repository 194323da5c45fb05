using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>When an item is to be published or withdrawn. Only who may publish may set it: the clock asks nobody again.</summary>
internal sealed class ScheduleEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "instant";

    /// <inheritdoc/>
    public override bool IsAside => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["When"];

    /// <summary>Any item may be scheduled; what is inside another is there when that is.</summary>
    public override bool IsShown(Edited edited, EditorContext context) => context.Depth == 0;

    /// <inheritdoc/>
    public override string? ReadOnlyReason(Edited edited, EditorContext context) => context.MayPublish ? null : context.Text("有发布权限的人才能设定。");

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("When", InstantEditor.Shown(value, PropertyOf(edited), context.Zone));

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value[PropertyOf(edited)] = Stored(form.Get("When"), context.Zone);

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => InstantEditor.Line(frame, "When", context);

    /// <summary>Read as the history page reads it: a time that does not exist where the site is stays as it was typed.</summary>
    private static JsonNode? Stored(string typed, TimeZoneInfo zone) => typed.Trim() is not { Length: > 0 } text ? null
        : ScheduleRules.ReadLocal(text, zone, out _) is { } utc ? FieldJson.Instant(utc) : text;

    private static string PropertyOf(Edited edited) => ContentKinds.FindPart(edited.Kind)!.Properties[0];
}
