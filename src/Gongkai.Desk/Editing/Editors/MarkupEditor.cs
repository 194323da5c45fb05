using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Plain;

namespace Gongkai.Desk.Editing;

/// <summary>A text with markup, of a field or of an item's body: Markdown with a toolbar and a preview, or HTML.</summary>
/// <param name="name">The editor's name.</param>
/// <param name="property">The property that holds the source.</param>
/// <param name="view">The partial page.</param>
internal sealed class MarkupEditor(string name, string property, string view) : ValueEditor
{
    /// <summary>For Markdown.</summary>
    public static MarkupEditor Markdown { get; } = new("markdown", "Markdown", "Markdown");

    /// <summary>For HTML.</summary>
    public static MarkupEditor Html { get; } = new("html", "Html", "Html");

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [property];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set(property, value.Text(property) ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value[property] = form.Get(property);

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new MarkupText(frame)
    {
        View = view,
        Property = property,
        Hints = edited.Settings.IsTrue("PlainLanguageSettings", "Hints") ? context.PlainHints(frame.Values.Get(property)) : null,
        IsBody = edited.Kind is "MarkdownBodyPart" or "HtmlBodyPart",
    };
}

/// <summary>A text with markup.</summary>
internal sealed record MarkupText : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public MarkupText(Editor frame) : base(frame)
    {
    }

    /// <summary>The property that the text area posts.</summary>
    public string Property { get; init; } = "";

    /// <summary>What makes it hard to read; null where nobody looks.</summary>
    public IReadOnlyList<PlainHint>? Hints { get; init; }

    /// <summary>Whether it is the item's body, with much room.</summary>
    public bool IsBody { get; init; }
}
