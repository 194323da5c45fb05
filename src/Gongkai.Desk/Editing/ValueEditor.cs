using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>What is edited: a field, or what a part has beyond its fields.</summary>
/// <param name="Kind">The kind's name, as <c>TextField</c> or <c>TitlePart</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Item">The item that has it.</param>
/// <param name="Name">Its place in the item, as <c>DisclosureEntry.IssuedOn</c>.</param>
internal sealed record Edited(string Kind, string Label, DefinitionSettings Settings, ContentItem Item, string Name)
{
    /// <summary>The name of the kind's own settings, as <c>TextFieldSettings</c>.</summary>
    public string Group => Kind + "Settings";

    /// <summary>Whether it must be filled in before publication.</summary>
    public bool IsRequired => Settings.IsTrue(Group, "Required");

    /// <summary>A sentence that helps; null when there is none.</summary>
    public string? Hint => Settings.Text(Group, "Hint") is { Length: > 0 } hint ? hint : null;
}

/// <summary>How one kind of value is edited: what the form holds of its JSON, and back. Adding a kind is adding its class, its partial page, and its line in <see cref="EditorKinds"/>.</summary>
internal abstract class ValueEditor
{
    /// <summary>The name that kinds ask for (<see cref="FieldKind.Editor"/>, <see cref="PartKind.Editor"/>).</summary>
    public abstract string Name { get; }

    /// <summary>The names below its own that the form has.</summary>
    public abstract IReadOnlyList<string> Properties { get; }

    /// <summary>Whether it changes the item's envelope, not a part.</summary>
    public virtual bool IsOfEnvelope => false;

    /// <summary>Whether it stands beside the text.</summary>
    public virtual bool IsAside => false;

    /// <summary>Whether it is in the form at all.</summary>
    public virtual bool IsShown(Edited edited, EditorContext context) => true;

    /// <summary>Why it cannot be changed; null when it can.</summary>
    public virtual string? ReadOnlyReason(Edited edited, EditorContext context) => null;

    /// <summary>Puts a value into the form.</summary>
    public abstract void Read(Edited edited, JsonObject value, FormScope form, EditorContext context);

    /// <summary>Puts what the form holds into a value: only what the editor knows, the rest stays. What cannot be understood is written as it was typed, for the validation to name.</summary>
    public abstract void Write(Edited edited, FormScope form, JsonObject value, EditorContext context);

    /// <summary>Puts what a new item begins with into its form.</summary>
    public virtual void Prefill(Edited edited, FormScope form, EditorContext context)
    {
    }

    /// <summary>What people read of it where both texts of a conflict are shown.</summary>
    public virtual string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', Properties.SelectMany(form.All));

    /// <summary>The editor as a page shows it.</summary>
    public abstract Editor Describe(Edited edited, Editor frame, EditorContext context);

    /// <summary>Changes a value to what was posted. What the form showed and nobody changed stays word for word, however it was written.</summary>
    public virtual void Bind(Edited edited, FormScope posted, JsonObject value, EditorContext context)
    {
        if (!Properties.Any(posted.Has))
            return;
        var shown = new FormScope(new FormValues(), posted.Prefix);
        Read(edited, value, shown, context);
        JsonObject before = [], after = [];
        Write(edited, shown, before, context);
        Write(edited, posted, after, context);
        if (!JsonNode.DeepEquals(before, after))
            Write(edited, posted, value, context);
    }
}
