using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A line or several lines of text, or one of a list. The field's <c>Editor</c> setting says which.</summary>
internal sealed class TextEditor : ValueEditor
{
    private const string Lists = "TextFieldPredefinedListEditorSettings";
    private static readonly string[] Types = ["Editable", "GeneratedDisabled", "GeneratedHidden"];
    private static readonly string[] Shapes = ["Radio", "Dropdown"];

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Text"];

    /// <inheritdoc/>
    public override bool IsShown(Edited edited, EditorContext context) => TypeOf(edited) != "GeneratedHidden";

    /// <inheritdoc/>
    public override string? ReadOnlyReason(Edited edited, EditorContext context) => TypeOf(edited) == "GeneratedDisabled" ? context.Text("由系统按模板生成。") : null;

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Text", value.Text("Text") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Text"] = form.Text("Text");

    /// <inheritdoc/>
    public override void Prefill(Edited edited, FormScope form, EditorContext context) =>
        form.Set("Text", edited.Settings.Text(Lists, "DefaultValue") ?? edited.Settings.Text(edited.Group, "DefaultValue") ?? "");

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context)
    {
        var current = frame.Values.Get("Text");
        var options = EditorOptions.Of(edited.Settings, Lists, current, context);
        return new TextLine(frame)
        {
            View = options.Count > 0 ? edited.Settings.Choice(Lists, "Editor", Shapes) : EditorOf(edited) switch { "TextArea" or "CodeMirror" or "Monaco" => "Area", _ => "Text" },
            InputType = EditorOf(edited) switch { "Email" => "email", "Tel" => "tel", "Color" when current.Length == 7 => "color", _ => "text" },
            Placeholder = edited.Settings.Text(edited.Group, "Placeholder"),
            Options = options,
        };
    }

    private static string? EditorOf(Edited edited) => edited.Settings.Text("ContentPartFieldSettings", "Editor");

    private static string TypeOf(Edited edited) => edited.Settings.Choice(edited.Group, "Type", Types);
}

/// <summary>A text with what its input needs.</summary>
internal sealed record TextLine : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public TextLine(Editor frame) : base(frame)
    {
    }

    /// <summary>The property that the input posts.</summary>
    public string Property { get; init; } = "Text";

    /// <summary>The input's type in HTML.</summary>
    public string InputType { get; init; } = "text";

    /// <summary>What an empty input shows.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The values to choose from; empty when any will do.</summary>
    public IReadOnlyList<EditorOption> Options { get; init; } = [];

    /// <summary>The smallest value; null when none is set.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest value; null when none is set.</summary>
    public string? Maximum { get; init; }

    /// <summary>The step between values; null when any will do.</summary>
    public string? Step { get; init; }
}
