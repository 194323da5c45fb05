namespace Gongkai.Content;

/// <summary>What a text is to a search.</summary>
public enum IndexedTextRole
{
    /// <summary>The item's title.</summary>
    Title,

    /// <summary>A number or code that is looked up whole: document number, index number.</summary>
    Number,

    /// <summary>Running text.</summary>
    Body,
}

/// <summary>What is to be done with an item at a later time.</summary>
public enum ScheduleAction
{
    /// <summary>A draft that is the newest version becomes the published one.</summary>
    Publish,

    /// <summary>The published version is withdrawn.</summary>
    Unpublish,
}

/// <summary>How a source text is written.</summary>
public enum MarkupFormat
{
    /// <summary>CommonMark with tables and footnotes.</summary>
    Markdown,

    /// <summary>HTML as an editor or an import brought it.</summary>
    Html,
}

/// <summary>A route: the item's own, or of an item inside it.</summary>
/// <param name="Path">The route without outer slashes.</param>
/// <param name="ContainedItemId">The inner item; null for the item itself.</param>
public sealed record RouteEntry(string Path, string? ContainedItemId);

/// <summary>A term that an item carries.</summary>
/// <param name="Field">The field, as <c>DisclosureEntry.Topic</c>.</param>
/// <param name="TaxonomyId">The taxonomy's id.</param>
/// <param name="TermId">The term's id.</param>
public sealed record TermEntry(string Field, string TaxonomyId, string TermId);

/// <summary>A link to another item.</summary>
/// <param name="Field">The field, as <c>PolicyInterpretation.Policies</c>.</param>
/// <param name="ContentItemId">The item linked to.</param>
public sealed record ReferenceEntry(string Field, string ContentItemId);

/// <summary>A text to search.</summary>
/// <param name="Field">The field, as <c>DisclosureEntry.DocumentNumber</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Role">What it is to a search.</param>
public sealed record TextEntry(string Field, string Text, IndexedTextRole Role)
{
    /// <summary>The inner item whose text it is; null for the item's own.</summary>
    public string? ContainedItemId { get; init; }
}

/// <summary>A value to filter or sort by: <see cref="string"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="DateOnly"/>, <see cref="TimeOnly"/> or <see cref="DateTime"/> (UTC).</summary>
/// <param name="Field">The field, as <c>DisclosureEntry.IssuedOn</c>.</param>
/// <param name="Value">The value.</param>
public sealed record ValueEntry(string Field, object Value);

/// <summary>A source text from which HTML is derived at publication.</summary>
/// <param name="Key">Where templates find the HTML: <c>MarkdownBodyPart</c>, <c>QaIssue.Introduction</c>; of an inner item <c>id/QaPair.Answer</c>.</param>
/// <param name="Source">The source.</param>
/// <param name="Format">Its format.</param>
public sealed record MarkupEntry(string Key, string Source, MarkupFormat Format);

/// <summary>The list that an item is in.</summary>
/// <param name="ContentItemId">The list.</param>
/// <param name="Order">The item's place in it, where the list is ordered.</param>
public sealed record ContainerEntry(string ContentItemId, int Order);

/// <summary>What is to be done with the item later.</summary>
/// <param name="Action">What.</param>
/// <param name="DueUtc">When, UTC.</param>
public sealed record ScheduleEntry(ScheduleAction Action, DateTime DueUtc);

/// <summary>Everything an item gives to whoever looks items up: routes, aliases, terms, links, texts, values, schedules, and the sources of its HTML.</summary>
public sealed class IndexContribution
{
    private IndexContribution()
    {
    }

    /// <summary>Routes, the item's own first.</summary>
    public List<RouteEntry> Routes { get; } = [];

    /// <summary>Aliases.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>Terms, inner items' included.</summary>
    public List<TermEntry> Terms { get; } = [];

    /// <summary>Links to other items, inner items' included.</summary>
    public List<ReferenceEntry> References { get; } = [];

    /// <summary>Media files of its fields, by path, inner items' included. Those that its HTML links to are in the HTML.</summary>
    public List<string> Media { get; } = [];

    /// <summary>Texts to search, markup left out: that is searched by its HTML.</summary>
    public List<TextEntry> Texts { get; } = [];

    /// <summary>Values of the item's own fields.</summary>
    public List<ValueEntry> Values { get; } = [];

    /// <summary>The sources of the item's HTML.</summary>
    public List<MarkupEntry> Markup { get; } = [];

    /// <summary>The list that the item is in; null when it is in none.</summary>
    public ContainerEntry? Container { get; internal set; }

    /// <summary>What is to be done with the item later.</summary>
    public List<ScheduleEntry> Schedules { get; } = [];

    /// <summary>The contribution of an item by its definition; an unknown type gives nothing.</summary>
    public static IndexContribution Of(ContentItem item, DefinitionSnapshot definitions)
    {
        var contribution = new IndexContribution();
        new IndexScope(contribution, definitions).Item(item);
        return contribution;
    }

    /// <summary>The first day of a field by its last name, as <c>IssuedOn</c>, whatever part it is in.</summary>
    public DateOnly? Day(string fieldName) => Find<DateOnly>(fieldName) is [var day, ..] ? day : null;

    /// <summary>The first number of a field by its last name, as <c>Year</c>.</summary>
    public decimal? Number(string fieldName) => Find<decimal>(fieldName) is [var number, ..] ? number : null;

    /// <summary>The first text of a field by its last name, as <c>Validity</c>.</summary>
    public string? Text(string fieldName) => Find<string>(fieldName) is [var text, ..] ? text : null;

    private List<T> Find<T>(string fieldName) =>
        [.. Values.Where(entry => entry.Field.AsSpan(entry.Field.LastIndexOf('.') + 1).SequenceEqual(fieldName)).Select(entry => entry.Value).OfType<T>()];
}
