namespace Gongkai.Content;

/// <summary>A version with something to be done at a time.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version: the newest draft to publish, or the published one to withdraw.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="DueUtc">When, UTC.</param>
public sealed record DueSchedule(string ContentItemId, string VersionId, ScheduleAction Action, DateTime DueUtc);

/// <summary>Port of a home that keeps versions and schedules itself: what recipes and schedules need to know of them. Orchard Core has its own.</summary>
public interface IStoredVersions
{
    /// <summary>All versions of an item, newest first.</summary>
    Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>The newest versions of one type, drafts or published, that link to an item; by their ids.</summary>
    Task<IReadOnlyList<ContentItem>> NewestBacklinksAsync(string contentItemId, string contentType, CancellationToken cancellationToken = default);

    /// <summary>Of some terms of a taxonomy, those that published or newest versions of items carry.</summary>
    Task<IReadOnlyCollection<string>> FindTermsInUseAsync(string taxonomyId, IReadOnlyCollection<string> termIds, CancellationToken cancellationToken = default);

    /// <summary>What is to be done up to a time, earliest first, at most <paramref name="count"/> after the first <paramref name="skip"/>.</summary>
    Task<IReadOnlyList<DueSchedule>> DueAsync(DateTime untilUtc, int count, int skip = 0, CancellationToken cancellationToken = default);
}
