using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Files of the media folder in their order, each with a text.</summary>
internal sealed class MediaEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "media";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
        var paths = value.Texts("Paths");
        var texts = value.Texts("MediaTexts");
        form.Set(FormLists.Items, Enumerable.Range(0, paths.Count).Select(KeyOf).Prepend(""));
        for (var i = 0; i < paths.Count; i++)
        {
            form.At(KeyOf(i)).Set("Path", paths[i]);
            form.At(KeyOf(i)).Set("Text", i < texts.Count ? texts[i] : "");
        }
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var rows = Rows(form).Where(row => row.Path.Length > 0).ToList();
        var before = value.Texts("Paths");
        foreach (var name in value.Where(pair => pair.Key is not ("Paths" or "MediaTexts") && pair.Value is JsonArray array && array.Count == before.Count).Select(pair => pair.Key).ToList())
            value[name] = Rearranged(value[name]!.AsArray(), before, rows);
        value["Paths"] = new JsonArray([.. rows.Select(row => JsonValue.Create(row.Path))]);
        value["MediaTexts"] = new JsonArray([.. rows.Select(row => JsonValue.Create(row.Text))]);
    }

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', Rows(form).Select(row => row.Text.Length > 0 ? $"{row.Path}（{row.Text}）" : row.Path));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new MediaSelection(frame)
    {
        View = "Media",
        IsMultiple = edited.Settings.IsTrueUnlessSet(edited.Group, "Multiple"),
        HasTexts = edited.Settings.IsTrueUnlessSet(edited.Group, "AllowMediaText"),
        Extensions = edited.Settings.Texts(edited.Group, "AllowedExtensions"),
        Rows = Rows(frame.Values),
    };

    private static List<MediaRow> Rows(FormScope form) =>
        [.. form.All(FormLists.Items).Distinct(StringComparer.Ordinal).Select(key => new MediaRow(key, form.At(key).Get("Path").Trim(), form.At(key).Get("Text")))];

    private static string KeyOf(int place) => "at-" + place.ToString(CultureInfo.InvariantCulture);

    /// <summary>What Orchard Core keeps in step with the paths, as anchors, moves with them; a new file has none.</summary>
    private static JsonArray Rearranged(JsonArray array, IReadOnlyList<string> before, List<MediaRow> rows) =>
        new([.. rows.Select(row => before.ToList().IndexOf(row.Path) is >= 0 and var at ? array[at]?.DeepClone() : null)]);
}

/// <summary>A chosen file.</summary>
/// <param name="Key">The row's key in the form.</param>
/// <param name="Path">The file's path below the media folder.</param>
/// <param name="Text">Its text.</param>
internal sealed record MediaRow(string Key, string Path, string Text);

/// <summary>Files to choose.</summary>
internal sealed record MediaSelection : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public MediaSelection(Editor frame) : base(frame)
    {
    }

    /// <summary>Whether several can be chosen.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>Whether each has a text.</summary>
    public bool HasTexts { get; init; }

    /// <summary>The endings that are taken; empty for all.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The chosen files in their order.</summary>
    public IReadOnlyList<MediaRow> Rows { get; init; } = [];
}
