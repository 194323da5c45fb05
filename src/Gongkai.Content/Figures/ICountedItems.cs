namespace Gongkai.Content;

/// <summary>Whose and which items somebody counts: only what they may list.</summary>
/// <param name="ContentTypes">The types; none gives nothing.</param>
/// <param name="Offices">The offices to whose items they are kept; null for those of all.</param>
public sealed record CountedScope(IReadOnlyCollection<string> ContentTypes, OfficeChoice? Offices);

/// <summary>Port of a home that keeps versions itself: what reports count. Each call is a query or a few, however many items there are.</summary>
public interface ICountedItems
{
    /// <summary>The items that are public now and whose day lies in a period, the newest day first.</summary>
    /// <param name="scope">Whose and which.</param>
    /// <param name="from">The first day, in the site's time zone.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CountedItem>> PublicAsync(CountedScope scope, DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>Of some items those in the scope, public or not. What is deleted is not there.</summary>
    Task<IReadOnlyList<CountedItem>> FindAsync(CountedScope scope, IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default);

    /// <summary>The first day on which a public interpretation of it was there, by policy; whoever's it is, since it is public.</summary>
    Task<IReadOnlyDictionary<string, DateOnly>> InterpretedOnAsync(CancellationToken cancellationToken = default);
}
