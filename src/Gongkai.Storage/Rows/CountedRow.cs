using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>What reports count of an item. Derived, as the lists are.</summary>
internal sealed class CountedRow
{
    public required string ContentItemId { get; set; }

    public required string ContentType { get; set; }

    public bool IsPublic { get; set; }

    /// <summary>公开日期, where the public version says one.</summary>
    public DateOnly? Day { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public string? LeadIssuer { get; set; }

    public string? Form { get; set; }

    public int Pairs { get; set; }

    public bool NeedsInterpretation { get; set; }

    /// <summary>The row of an item; null when it is deleted.</summary>
    public static CountedRow? Of(ItemState state, Func<ContentItem, IndexContribution> contributionOf) => CountedItem.Of(state, contributionOf) is { } item
        ? new()
        {
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            IsPublic = item.IsPublic,
            Day = item.Day,
            PublishedUtc = item.IsPublic ? state.Published?.PublishedUtc : null,
            LeadIssuer = item.LeadIssuer,
            Form = item.Form,
            Pairs = item.Pairs,
            NeedsInterpretation = item.NeedsInterpretation,
        }
        : null;
}
