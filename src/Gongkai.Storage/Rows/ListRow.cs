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

    /// <summary>When what readers see was published or last looked at; null for what nobody sees and for what is repealed, of which nobody asks whether it is still right.</summary>
    public DateTime? FreshUtc { get; set; }

    /// <summary>The row of an item; null when it is deleted.</summary>
    /// <param name="state">The item's versions that count.</param>
    /// <param name="latestKey">The key of the newest version.</param>
    /// <param name="contributionOf">What a version gives.</param>
    /// <param name="isWithdrawn">Whether it was withdrawn from the public.</param>
    /// <param name="lookedUtc">When somebody last looked whether it is right; null when nobody did.</param>
    public static ListRow? Of(ItemState state, long latestKey, Func<ContentItem, IndexContribution> contributionOf, bool isWithdrawn, DateTime? lookedUtc)
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
            FreshUtc = state.Published is { } published && published.IsPublic() && !item.States.HasFlag(ListedStates.Repealed) ? Later(item.PublishedUtc ?? item.ModifiedUtc, lookedUtc) : null,
        };
    }

    private static DateTime Later(DateTime time, DateTime? other) => other > time ? other.Value : time;
}
