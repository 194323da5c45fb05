using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Items inside the item, as question–answer pairs, each with a form of its own; rows are known by their item's id, so that they can be moved.</summary>
internal sealed class BagEditor : ValueEditor
{
    private const string TypeName = "$type";

    /// <inheritdoc/>
    public override string Name => "bag";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items];

    /// <summary>Adds a row with what a new item of a type begins with; null when the bag takes no such type, or no more rows.</summary>
    public static string? Add(Edited edited, FormScope form, string type, EditorContext context)
    {
        if (!Types(edited, context).Contains(type) || FormLists.Add(form.Values, form.NameOf(FormLists.Items)) is not { } key)
            return null;
        form.At(key).Set(TypeName, type);
        ItemForm.Prefill(new(type, key), form.At(key), Deeper(context));
        return key;
    }

    /// <inheritdoc/>
    public override bool IsShown(Edited edited, EditorContext context) => context.Depth < ItemForm.MaximumDepth;

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
        var rows = Stored(value);
        form.Set(FormLists.Items, rows.Select(row => row.Key).Prepend(""));
        foreach (var (key, item) in rows)
        {
            form.At(key).Set(TypeName, item.ContentType);
            ItemForm.Read(item, form.At(key), Deeper(context));
        }
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => Bind(edited, form, value, context);

    /// <inheritdoc/>
    public override void Bind(Edited edited, FormScope posted, JsonObject value, EditorContext context)
    {
        if (!posted.Has(FormLists.Items))
            return;
        var bound = new List<JsonNode?>();
        foreach (var (key, stored) in Rows(edited, posted, value, context))
        {
            var item = stored.Clone();
            ItemForm.Bind(item, posted.At(key), Deeper(context));
            if (item.Part("TitlePart")?.Text("Title") is { Length: > 0 } title)
                item.DisplayText = title;
            bound.Add(item.Json);
        }

        if (bound.SequenceEqual(value.Objects("ContentItems"), NodeComparer.Instance))
            return;
        // What is no item has no row: it stays, for the validation to name.
        var others = (value["ContentItems"] as JsonArray ?? []).Where(node => node is not JsonObject).Select(node => node?.DeepClone());
        value["ContentItems"] = new JsonArray([.. bound, .. others]);
    }

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', form.All(FormLists.Items).Select((key, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {TitleOf(form.At(key))}")));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context)
    {
        var rows = Rows(edited, frame.Values, edited.Item.Part(edited.Name) ?? [], context);
        return new BagSelection(frame)
        {
            View = "Bag",
            Types = [.. Types(edited, context).Select(type => new EditorOption(type, LabelOf(type, context)))],
            Rows = [.. rows.Select((row, i) => new BagRow(
                row.Key, LabelOf(row.Item.ContentType, context), TitleOf(frame.Values.At(row.Key)),
                ItemForm.Describe(row.Item, frame.Values.At(row.Key), string.Create(CultureInfo.InvariantCulture, $"{frame.Path}.ContentItems[{i}]."), Deeper(context)),
                IsKnown: context.Definitions.FindType(row.Item.ContentType) is not null))],
        };
    }

    /// <summary>The rows of a form: stored items by their keys, and new ones of a type that the bag takes. Anything else that a form claims is not there.</summary>
    private static List<(string Key, ContentItem Item)> Rows(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var stored = Stored(value).ToDictionary(row => row.Key, row => row.Item, StringComparer.Ordinal);
        var types = Types(edited, context);
        var rows = new List<(string, ContentItem)>();
        foreach (var key in form.All(FormLists.Items).Distinct(StringComparer.Ordinal))
        {
            if (stored.TryGetValue(key, out var item))
                rows.Add((key, item));
            else if (IdGenerator.IsId(key) && form.At(key).Get(TypeName) is var type && types.Contains(type))
                rows.Add((key, new(type, key)));
        }

        return rows;
    }

    private static List<(string Key, ContentItem Item)> Stored(JsonObject value)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return [.. value.Objects("ContentItems").Select((json, i) => new ContentItem(json) is var item && item.ContentItemId.Length > 0 && keys.Add(item.ContentItemId)
            ? (item.ContentItemId, item)
            : ("at-" + i.ToString(CultureInfo.InvariantCulture), item))];
    }

    private static IReadOnlyList<string> Types(Edited edited, EditorContext context) =>
        [.. edited.Settings.Texts("BagPartSettings", "ContainedContentTypes").Where(type => context.Definitions.FindType(type) is not null)];

    private static string LabelOf(string type, EditorContext context) =>
        context.Definitions.FindType(type)?.Definition.DisplayName is { Length: > 0 } name ? name : type;

    /// <summary>What a row is called: the first thing that its form says.</summary>
    private static string TitleOf(FormScope form)
    {
        var first = form.Values.Names.Where(name => name.StartsWith(form.Prefix + '.', StringComparison.Ordinal) && !name.Contains('$'))
            .Select(form.Values.Get).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        return ShortText.Of(first.Trim());
    }

    private static EditorContext Deeper(EditorContext context) => context with { Depth = context.Depth + 1 };

    private sealed class NodeComparer : IEqualityComparer<JsonNode?>
    {
        public static NodeComparer Instance { get; } = new();

        public bool Equals(JsonNode? x, JsonNode? y) => JsonNode.DeepEquals(x, y);

        public int GetHashCode(JsonNode? node) => node?.GetValueKind().GetHashCode() ?? 0;
    }
}

/// <summary>An item inside the item.</summary>
/// <param name="Key">The row's key in the form.</param>
/// <param name="Type">What people call its type.</param>
/// <param name="Title">The first thing that it says, shortened.</param>
/// <param name="Sections">Its form.</param>
/// <param name="IsKnown">Whether its type is defined; else it can be moved and removed, and is kept word for word.</param>
internal sealed record BagRow(string Key, string Type, string Title, IReadOnlyList<EditorSection> Sections, bool IsKnown);

/// <summary>Items inside the item.</summary>
internal sealed record BagSelection : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public BagSelection(Editor frame) : base(frame)
    {
    }

    /// <summary>The types that can be added.</summary>
    public IReadOnlyList<EditorOption> Types { get; init; } = [];

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<BagRow> Rows { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Editor> Inner => Rows.SelectMany(row => row.Sections).SelectMany(section => section.Editors);
}
