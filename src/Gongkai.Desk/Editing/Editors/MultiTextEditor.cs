using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Several of the values that the settings list, as checkboxes; any values, one a line, when they list none.</summary>
internal sealed class MultiTextEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "multitext";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Values"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
        var values = value.Texts("Values");
        form.Set("Values", HasOptions(edited) ? values.Prepend("") : [string.Join('\n', values)]);
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        // In the settings' order and each once, whatever the browser sends; what the settings do not list is kept for the validation to name.
        var posted = HasOptions(edited) ? form.All("Values") : form.Get("Values").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        value["Values"] = new JsonArray([.. posted.Distinct(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]);
    }

    /// <inheritdoc/>
    public override void Prefill(Edited edited, FormScope form, EditorContext context) =>
        form.Set("Values", edited.Settings.Texts(edited.Group, "Options", "value").Where((_, i) => IsDefault(edited, i)).Prepend(""));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context)
    {
        var options = EditorOptions.Of(edited.Settings, edited.Group);
        var strange = options.Count == 0 ? [] : frame.Values.All("Values").Where(value => options.All(option => option.Value != value)).Distinct(StringComparer.Ordinal);
        return new TextLine(frame)
        {
            View = options.Count > 0 ? "Checkboxes" : "Area",
            Property = "Values",
            Options = [.. options, .. strange.Select(value => new EditorOption(value, value + context.Text("（不在可选范围内）")))],
            Hint = frame.Hint ?? (options.Count > 0 ? null : context.Text("每行一个。")),
        };
    }

    private static bool HasOptions(Edited edited) => edited.Settings.Texts(edited.Group, "Options", "value").Count > 0;

    private static bool IsDefault(Edited edited, int option) =>
        edited.Settings.ToJson().Child(edited.Group)?.Objects("Options").ElementAtOrDefault(option)?.Flag("default") == true;
}
