namespace Gongkai.Content;

/// <summary>Port of a home that keeps the content itself: the steps of reviews, where items stand, and who acts for whom.</summary>
/// <remarks>Steps are written by <see cref="IContentManager"/> only: with <see cref="TakeStep"/>, or by a handler with <see cref="ContentChange.Record"/>, in the transaction of what they accompany. They are never changed.</remarks>
public interface IReviewRecords
{
    /// <summary>So many items under review are listed at most: an office has some hundreds.</summary>
    const int MostListed = 2000;

    /// <summary>An item's steps, the first one first.</summary>
    Task<IReadOnlyList<ReviewStep>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>All steps before a time of the items that had one since another: an item's together, the first one first.</summary>
    /// <param name="sinceUtc">Items with a step at this time or later, UTC.</param>
    /// <param name="beforeUtc">Steps before this time, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ReviewStep>> HistoriesAsync(DateTime sinceUtc, DateTime beforeUtc, CancellationToken cancellationToken = default);

    /// <summary>What is under review, the longest waiting first, at most <see cref="MostListed"/>.</summary>
    Task<IReadOnlyList<ReviewState>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>What is public without what must be public with it, the longest first, at most <see cref="MostListed"/>. What was settled by other ways than a step is still among them.</summary>
    Task<IReadOnlyList<OwedHalf>> OwedAsync(CancellationToken cancellationToken = default);

    /// <summary>Everybody who acts for somebody on a day or later.</summary>
    Task<IReadOnlyList<Deputy>> DeputiesAsync(DateOnly day, CancellationToken cancellationToken = default);

    /// <summary>Stores that somebody acts for somebody, with its row in the audit trail.</summary>
    Task SaveAsync(Deputy deputy, CancellationToken cancellationToken = default);

    /// <summary>Ends it, with its row in the audit trail. False when there is none of that id.</summary>
    Task<bool> RemoveDeputyAsync(string id, CancellationToken cancellationToken = default);
}
