using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>An address with the text that readers click on.</summary>
internal sealed class LinkEditor : ValueEditor
{
    private static readonly string[] TextModes = ["Optional", "Required", "Static", "Url"];

    /// <inheritdoc/>
    public override string Name => "link";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Url", "Text"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
        form.Set("Url", value.Text("Url") ?? "");
        form.Set("Text", value.Text("Text") ?? "");
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        value["Url"] = form.Get("Url").Trim() is { Length: > 0 } url ? url : null;
        if (form.Has("Text"))
            value["Text"] = form.Text("Text");
    }

    /// <inheritdoc/>
    public override void Prefill(Edited edited, FormScope form, EditorContext context)
    {
        form.Set("Url", edited.Settings.Text(edited.Group, "DefaultUrl") ?? "");
        form.Set("Text", edited.Settings.Text(edited.Group, "DefaultText") ?? "");
    }

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new LinkLine(frame)
    {
        View = "Link",
        HasText = edited.Settings.Choice(edited.Group, "LinkTextMode", TextModes) is "Optional" or "Required",
        UrlPlaceholder = edited.Settings.Text(edited.Group, "UrlPlaceholder"),
        TextPlaceholder = edited.Settings.Text(edited.Group, "TextPlaceholder"),
    };
}

/// <summary>A link.</summary>
internal sealed record LinkLine : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public LinkLine(Editor frame) : base(frame)
    {
    }

    /// <summary>Whether the text can be filled in: the settings may fix it.</summary>
    public bool HasText { get; init; }

    /// <summary>What an empty address shows.</summary>
    public string? UrlPlaceholder { get; init; }

    /// <summary>What an empty text shows.</summary>
    public string? TextPlaceholder { get; init; }
}
