using Gongkai.Content;
using Gongkai.Review.Plain;

namespace Gongkai.Desk.Editing;

/// <summary>What editors need to know beyond the value: all of one moment, read before the form is made.</summary>
internal sealed record EditorContext
{
    /// <summary>The definitions.</summary>
    public required DefinitionSnapshot Definitions { get; init; }

    /// <summary>The taxonomies.</summary>
    public TaxonomySnapshot Taxonomies { get; init; } = TaxonomySnapshot.Empty;

    /// <summary>The time zone in which times are shown and typed.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether the editor may publish the item, and so set when it is to be published or withdrawn.</summary>
    public bool MayPublish { get; init; }

    /// <summary>Whether the editor may give the item to somebody else.</summary>
    public bool MayChangeOwner { get; init; }

    /// <summary>The issuers whose editor this is; empty for all.</summary>
    public IReadOnlyList<string> OwnIssuers { get; init; } = [];

    /// <summary>What people read of other items, by id; those that the editor may not see are not there.</summary>
    public IReadOnlyDictionary<string, PickedItem> Picked { get; init; } = new Dictionary<string, PickedItem>(StringComparer.Ordinal);

    /// <summary>The picker whose search was asked for, by its form name; null for none.</summary>
    public string? SearchIn { get; init; }

    /// <summary>What that search found.</summary>
    public IReadOnlyList<PickedItem> Found { get; init; } = [];

    /// <summary>What readers see of the items that are quoted, by id; what is not public is not there.</summary>
    public IReadOnlyDictionary<string, QuotableText> Sources { get; init; } = new Dictionary<string, QuotableText>(StringComparer.Ordinal);

    /// <summary>The passages that were asked for; null when nobody asked.</summary>
    public AskedPassages? Passages { get; init; }

    /// <summary>What makes a Markdown text hard to read.</summary>
    public Func<string, IReadOnlyList<PlainHint>> PlainHints { get; init; } = _ => [];

    /// <summary>Texts of the interface by key.</summary>
    public Func<string, string> Text { get; init; } = key => key;

    /// <summary>How deep items lie in each other here: 0 for the item itself.</summary>
    public int Depth { get; init; }
}

/// <summary>Another item as a picker shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">Its type.</param>
/// <param name="Note">What tells it from others: its number, its date, that it is a draft.</param>
internal sealed record PickedItem(string Id, string Title, string Type, string Note);
