namespace Gongkai.Content;

/// <summary>Port: everything that is public and covered by the search, item by item, for machines that want all of it. Answers from the index, never from the database.</summary>
public interface IPublicItems
{
    /// <summary>The items after one, by ContentItemId in the order of code points.</summary>
    /// <param name="after">The id after which to go on, whether it is there or not; null from the beginning.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="contentType">Only of this type; null for all.</param>
    IReadOnlyList<PublicItem> ReadAfter(string? after, int count, string? contentType = null);

    /// <summary>All items cut into parts, in the same order.</summary>
    /// <param name="size">How many items a part has at most.</param>
    IReadOnlyList<PublicItemsPart> Parts(int size);
}

/// <summary>A public item as a map of the site has it.</summary>
/// <param name="ContentItemId">Identifies it.</param>
/// <param name="Url">Its address, beginning with <c>/</c>.</param>
/// <param name="ChangedUtc">When what readers see was last changed, UTC; null when that is not known.</param>
public sealed record PublicItem(string ContentItemId, string Url, DateTime? ChangedUtc)
{
    /// <summary>When what readers see of an item was last changed: the later of its last change and its last publication.</summary>
    public static DateTime? ChangeOf(ContentItem item) =>
        item.ModifiedUtc is { } modified && (item.PublishedUtc is not { } published || modified > published) ? modified : item.PublishedUtc;
}

/// <summary>A part of <see cref="IPublicItems.Parts"/>.</summary>
/// <param name="After">Where to read it from with <see cref="IPublicItems.ReadAfter"/>; null for the first part.</param>
/// <param name="Count">How many items it has.</param>
/// <param name="ChangedUtc">The last change among them, UTC.</param>
public sealed record PublicItemsPart(string? After, int Count, DateTime? ChangedUtc);
