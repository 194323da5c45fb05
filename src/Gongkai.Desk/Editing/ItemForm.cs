using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The form of an item, made of its type's definition: what it holds of an item, what it shows, and what was posted back into the item.</summary>
/// <remarks>What the form does not know stays word for word: parts and fields without definition or editor, properties of values, the way in which values are written that nobody changed.</remarks>
internal static class ItemForm
{
    /// <summary>How deep items in items are edited.</summary>
    public const int MaximumDepth = 4;

    /// <summary>What the form holds of an item.</summary>
    public static FormValues Read(ContentItem item, EditorContext context)
    {
        var values = new FormValues();
        Read(item, new FormScope(values, ""), context);
        return values;
    }

    /// <summary>What the form of a new item holds: what the settings give.</summary>
    public static FormValues Prefill(ContentItem item, EditorContext context)
    {
        var values = Read(item, context);
        Prefill(item, new FormScope(values, ""), context);
        return values;
    }

    /// <summary>The item with what was posted. <paramref name="basis"/> is not changed.</summary>
    public static ContentItem Bind(ContentItem basis, FormValues posted, EditorContext context)
    {
        var item = basis.Clone();
        Bind(item, new FormScope(posted, ""), context);
        return item;
    }

    /// <summary>The form as a page shows it, each fault beside its editor.</summary>
    public static EditorForm Describe(ContentItem basis, FormValues values, EditorContext context, IReadOnlyList<ValidationError>? errors = null)
    {
        var form = new EditorForm(context.Definitions.FindType(basis.ContentType)!, Describe(basis, new FormScope(values, ""), "", context), []);
        return form with { Errors = FormErrors.Place(form, errors ?? []) };
    }

    /// <summary>Adds a row to the bag of a form name, also of one inside another; its key, or null when there is no such bag or it takes no such type.</summary>
    public static string? AddRow(ContentItem basis, FormValues values, string bag, string type, EditorContext context) => AddRow(basis, new FormScope(values, ""), bag, type, context);

    internal static void Read(ContentItem item, FormScope form, EditorContext context)
    {
        foreach (var place in EditedPlace.Of(item, context))
            place.Editor.Read(place.Edited, place.Value ?? [], form.At(place.Edited.Name), context);
    }

    internal static void Prefill(ContentItem item, FormScope form, EditorContext context)
    {
        foreach (var place in EditedPlace.Of(item, context))
            place.Editor.Prefill(place.Edited, form.At(place.Edited.Name), context);
    }

    internal static void Bind(ContentItem item, FormScope posted, EditorContext context)
    {
        foreach (var place in EditedPlace.Of(item, context))
        {
            if (place.Editor.ReadOnlyReason(place.Edited, context) is not null)
                continue;
            var value = place.Value ?? [];
            var wasEmpty = value.Count == 0;
            place.Editor.Bind(place.Edited, posted.At(place.Edited.Name), value, context);
            if (place.Value is null && (!wasEmpty || value.Count > 0))
                place.Attach(item, value);
        }
    }

    internal static IReadOnlyList<EditorSection> Describe(ContentItem basis, FormScope values, string path, EditorContext context)
    {
        if (context.Definitions.FindType(basis.ContentType) is not { } type)
            return [];
        var sections = new List<EditorSection>();
        foreach (var part in EditedPlace.OfPart(basis, type, context, withUnknown: true).GroupBy(place => place.Part))
        {
            var editors = part.Select(place => place.Describe(values, path, context)).ToList();
            sections.Add(new(part.Key.Name, EditorKinds.LabelOf(part.Key, type, context), part.Key.Definition.Settings.Text("ContentTypePartSettings", "Description"),
                editors, part.All(place => place.Editor.IsAside)));
        }

        return sections;
    }

    private static string? AddRow(ContentItem basis, FormScope values, string bag, string type, EditorContext context)
    {
        foreach (var place in EditedPlace.Of(basis, context).Where(place => place.Editor is BagEditor))
        {
            var scope = values.At(place.Edited.Name);
            if (scope.Prefix == bag)
                return BagEditor.Add(place.Edited, scope, type, context);
            if (!bag.StartsWith(scope.Prefix + '.', StringComparison.Ordinal))
                continue;
            foreach (var key in scope.All(FormLists.Items))
            {
                if (AddRow(new(scope.At(key).Get("$type"), key), scope.At(key), bag, type, context with { Depth = context.Depth + 1 }) is { } added)
                    return added;
            }
        }

        return null;
    }
}
