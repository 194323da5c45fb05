using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Notes what a page reads while it is made: each read gives the page a tag. Outside of a page nothing is noted.</summary>
internal sealed class PageReads : IItemReads
{
    private readonly AsyncLocal<PageNotes?> _notes = new();

    /// <summary>Begins the notes of a page; they follow the asynchronous flow of the caller.</summary>
    public PageNotes Begin() => _notes.Value = new PageNotes();

    /// <summary>Notes a tag.</summary>
    public void Add(string tag) => _notes.Value?.Add(tag);

    /// <summary>Whether a page is being made: spares making tags for nobody.</summary>
    public bool IsNoting => _notes.Value is not null;

    /// <inheritdoc/>
    public void Note(string contentType)
    {
        if (IsNoting)
            Add(PageTags.List(contentType));
    }
}

/// <summary>The tags of one page.</summary>
internal sealed class PageNotes
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>Adds a tag. Work that a page started may come from several threads.</summary>
    public void Add(string tag)
    {
        lock (_tags)
            _tags.Add(tag);
    }

    /// <summary>The tags so far.</summary>
    public string[] ToArray()
    {
        lock (_tags)
            return [.. _tags];
    }
}
