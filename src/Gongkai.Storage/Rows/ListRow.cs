using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>An item as a line of the desk's lists: narrow, so that a hundred thousand are looked through in a moment.</summary>
internal sealed class ListRow
{
    public required string ContentItemId { get; set; }

    public required string ContentType { get; set; }

    public ListedStates States { get; set; }

    /// <summary>The newest version's key, by which its terms are found.</summary>
    public long LatestKey { get; set; }

    public required string LatestVersionId { get; set; }

    public string? PublishedVersionId { get; set; }

    public DateTime ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? PublishDueUtc { get; set; }

    public DateTime? ArchiveDueUtc { get; set; }

    /// <summary>Whether the newest version names an issuer.</summary>
    public bool HasIssuer { get; set; }

    public required string Author { get; set; }

    /// <summary>Whose item it is: its owner, else its author; lower case.</summary>
    public required string Maker { get; set; }

    public string? Number { get; set; }

    public required string Title { get; set; }

    /// <summary>Title and numbers, folded.</summary>
    public required string SearchText { get; set; }

    /// <summary>The row of an item; null when it is deleted.</summary>
    public static ListRow? Of(ItemState state, long latestKey, Func<ContentItem, IndexContribution> contributionOf, bool isWithdrawn)
    {
        if (ListedItem.Of(state, contributionOf, isWithdrawn) is not { } item)
            return null;
        var latest = (state.Latest ?? state.Published)!;
        return new()
        {
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            States = item.States,
            LatestKey = latestKey,
            LatestVersionId = item.LatestVersionId,
            PublishedVersionId = item.PublishedVersionId,
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
            PublishDueUtc = item.PublishDueUtc,
            ArchiveDueUtc = item.ArchiveDueUtc,
            HasIssuer = contributionOf(latest).Terms.Exists(term => term.TaxonomyId == OfficeChoice.Taxonomy),
            Author = item.Author,
            Maker = (latest.Owner.Length > 0 ? latest.Owner : latest.Author).ToLowerInvariant(),
            Number = item.Number,
            Title = item.Title,
            SearchText = ListedItem.SearchTextOf(latest, contributionOf(latest)),
        };
    }
}
