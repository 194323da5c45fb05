namespace Gongkai.Content;

/// <summary>What is to say of an item as a whole. Several may be true at once: published, with a newer draft, and scheduled.</summary>
[Flags]
public enum ListedStates
{
    /// <summary>Nothing of what follows.</summary>
    None = 0,

    /// <summary>A version is published.</summary>
    Published = 1,

    /// <summary>The newest version is not the published one.</summary>
    Draft = 2,

    /// <summary>Something is to be done at a time: publishing the draft or archiving what is published.</summary>
    Scheduled = 4,

    /// <summary>It was public and was withdrawn.</summary>
    Withdrawn = 8,

    /// <summary>The published version is of validity 废止 or 失效.</summary>
    Repealed = 16,
}

/// <summary>An item as a line of a list for those who work on it.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Title">The newest version's title, cut at <see cref="LongestTitle"/> characters.</param>
public sealed record ListedItem(string ContentItemId, string ContentType, string Title)
{
    /// <summary>The longest title that a line keeps, in characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>The newest version.</summary>
    public required string LatestVersionId { get; init; }

    /// <summary>The published version; null when none is.</summary>
    public string? PublishedVersionId { get; init; }

    /// <summary>Its state.</summary>
    public ListedStates States { get; init; }

    /// <summary>Its first number, as 文号 or 索引号; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Who wrote the newest version: an account's name; empty when not known.</summary>
    public string Author { get; init; } = "";

    /// <summary>When the newest version was made or last changed, UTC.</summary>
    public DateTime ModifiedUtc { get; init; }

    /// <summary>When the published version was published, UTC; null when none is.</summary>
    public DateTime? PublishedUtc { get; init; }

    /// <summary>When the draft is to be published, UTC; null when it is not.</summary>
    public DateTime? PublishDueUtc { get; init; }

    /// <summary>When what is published is to be archived, UTC; null when it is not.</summary>
    public DateTime? ArchiveDueUtc { get; init; }

    /// <summary>The line of an item; null when it is deleted.</summary>
    /// <param name="state">The item's versions that count.</param>
    /// <param name="contributionOf">What a version gives to whoever looks items up.</param>
    /// <param name="isWithdrawn">Whether it was withdrawn from the public.</param>
    public static ListedItem? Of(ItemState state, Func<ContentItem, IndexContribution> contributionOf, bool isWithdrawn)
    {
        if ((state.Latest ?? state.Published) is not { } latest)
            return null;
        var published = state.Published;
        var hasDraft = published?.ContentItemVersionId != latest.ContentItemVersionId;
        var contribution = contributionOf(latest);
        var publishDue = hasDraft ? DueOf(contribution, ScheduleAction.Publish) : null;
        var archiveDue = published is null ? null : DueOf(hasDraft ? contributionOf(published) : contribution, ScheduleAction.Unpublish);
        return new(latest.ContentItemId, latest.ContentType, ShortText.Cut(latest.DisplayText, LongestTitle))
        {
            LatestVersionId = latest.ContentItemVersionId,
            PublishedVersionId = published?.ContentItemVersionId,
            States = (published is null ? ListedStates.None : ListedStates.Published)
                | (hasDraft ? ListedStates.Draft : ListedStates.None)
                | (publishDue is null && archiveDue is null ? ListedStates.None : ListedStates.Scheduled)
                | (published is null && isWithdrawn ? ListedStates.Withdrawn : ListedStates.None)
                | (published is not null && Repeal.IsRepealed(published) ? ListedStates.Repealed : ListedStates.None),
            Number = NumbersOf(contribution).FirstOrDefault(),
            Author = latest.Author,
            ModifiedUtc = latest.ModifiedUtc ?? latest.CreatedUtc ?? default,
            PublishedUtc = published?.PublishedUtc,
            PublishDueUtc = publishDue,
            ArchiveDueUtc = archiveDue,
        };
    }

    /// <summary>What a text is looked for in: the newest version's title and numbers, folded.</summary>
    public static string SearchTextOf(ContentItem latest, IndexContribution contribution) =>
        ListText.Fold(string.Join('\n', NumbersOf(contribution).Prepend(latest.DisplayText)));

    private static IEnumerable<string> NumbersOf(IndexContribution contribution) =>
        contribution.Texts.Where(text => text.Role == IndexedTextRole.Number && text.ContainedItemId is null).Select(text => ShortText.Cut(text.Text, LongestTitle));

    private static DateTime? DueOf(IndexContribution contribution, ScheduleAction action) =>
        contribution.Schedules.Find(entry => entry.Action == action)?.DueUtc;
}
