using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A value of an item with the editor for it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Field">The field; null for what the part has beyond its fields.</param>
/// <param name="Edited">What is edited.</param>
/// <param name="Editor">The editor.</param>
internal sealed record EditedPlace(TypePart Part, PartField? Field, Edited Edited, ValueEditor Editor)
{
    /// <summary>The value in the item; null when it has none.</summary>
    public JsonObject? Value => Editor.IsOfEnvelope ? Edited.Item.Json : Field is null ? Edited.Item.Part(Part.Name) : Edited.Item.Part(Part.Name)?.Child(Field.Name);

    /// <summary>The values that the form of an item lets people change, in the definition's order.</summary>
    public static IEnumerable<EditedPlace> Of(ContentItem item, EditorContext context) =>
        context.Definitions.FindType(item.ContentType) is { } type ? OfPart(item, type, context, withUnknown: false) : [];

    /// <summary>The same, and if asked what the desk has no editor for: it is told, and kept.</summary>
    public static IEnumerable<EditedPlace> OfPart(ContentItem item, ResolvedType type, EditorContext context, bool withUnknown)
    {
        foreach (var part in DefinitionOrder.Of(type.Parts, part => part.Definition.Settings, DefinitionOrder.PartGroup))
        {
            if (part.Kind is { } kind && Of(part, null, kind.Editor, new(kind.Name, EditorKinds.LabelOf(part, type, context), part.Definition.Settings, item, part.Name), context, withUnknown) is { } own)
                yield return own;
            foreach (var field in DefinitionOrder.Of(part.Fields, field => field.Definition.Settings, DefinitionOrder.FieldGroup))
            {
                var edited = new Edited(field.Definition.FieldName, field.DisplayName, field.Definition.Settings, item, $"{part.Name}.{field.Name}");
                if (Of(part, field, field.Kind?.Editor ?? "?", edited, context, withUnknown) is { } place)
                    yield return place;
            }
        }
    }

    /// <summary>The editor as a page shows it.</summary>
    public Editor Describe(FormScope values, string path, EditorContext context)
    {
        var scope = values.At(Edited.Name);
        return Editor.Describe(Edited, new Editor
        {
            View = "Note",
            Name = scope.Prefix,
            Path = path + Edited.Name,
            Label = Edited.Label,
            Hint = Edited.Hint,
            IsRequired = Edited.IsRequired,
            ReadOnlyReason = Editor.ReadOnlyReason(Edited, context),
            Values = scope,
            Shown = Editor.Show(Edited, scope, context),
        }, context);
    }

    /// <summary>Puts a value into an item that had none there.</summary>
    public void Attach(ContentItem item, JsonObject value)
    {
        if (Field is null)
            item.Json[Part.Name] = value;
        else
            item.EnsurePart(Part.Name)[Field.Name] = value;
    }

    private static EditedPlace? Of(TypePart part, PartField? field, string name, Edited edited, EditorContext context, bool withUnknown)
    {
        if (name == EditorKinds.None)
            return null;
        if (EditorKinds.Find(name) is { } editor)
            return editor.IsShown(edited, context) ? new(part, field, edited, editor) : null;
        return withUnknown ? new(part, field, edited, new NoteEditor(name, "这里没有编辑这种内容的办法；已有的内容会原样保留。")) : null;
    }
}
