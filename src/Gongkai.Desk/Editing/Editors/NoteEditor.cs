using System.Text.Json.Nodes;

namespace Gongkai.Desk.Editing;

/// <summary>Says that a part is looked after elsewhere: a taxonomy's terms, a list's items.</summary>
/// <param name="name">The editor's name.</param>
/// <param name="note">The key of what it says.</param>
internal sealed class NoteEditor(string name, string note) : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties => [];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
    }

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => frame with { View = "Note", Hint = context.Text(note) };
}
