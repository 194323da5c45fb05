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
public sealed record TextEntry(string Field, string Text, IndexedTextRole Role);

/// <summary>A value to filter or sort by: <see cref="string"/>, <see cref="decimal"/> or <see cref="DateOnly"/>.</summary>
/// <param name="Field">The field, as <c>DisclosureEntry.IssuedOn</c>.</param>
/// <param name="Value">The value.</param>
public sealed record ValueEntry(string Field, object Value);

/// <summary>A source text from which HTML is derived at publication.</summary>
/// <param name="Key">Where templates find the HTML: <c>MarkdownBodyPart</c>, <c>QaIssue.Introduction</c>; of an inner item <c>id/QaPair.Answer</c>.</param>
/// <param name="Source">The source.</param>
/// <param name="Format">Its format.</param>
public sealed record MarkupEntry(string Key, string Source, MarkupFormat Format);

/// <summary>Everything an item gives to whoever looks items up: routes, aliases, terms, links, texts, values, and the sources of its HTML.</summary>
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
