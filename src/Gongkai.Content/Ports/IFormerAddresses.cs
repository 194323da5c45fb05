namespace Gongkai.Content;

/// <summary>What an address answers that once led to a public item.</summary>
/// <param name="MovedTo">The public item to which it leads now; null when it leads to none.</param>
/// <param name="MovedToPath">The address on this site to which it leads now, as <c>/guide</c>; null when it leads to none.</param>
/// <param name="ReplacedBy">Of what is gone: the public item that took its place; null when none did.</param>
/// <param name="Explanation">Of what is gone: what is to be told; null when nothing is.</param>
public sealed record FormerAddress(RouteTarget? MovedTo, string? MovedToPath = null, string? ReplacedBy = null, string? Explanation = null)
{
    /// <summary>Whether it leads nowhere: 410.</summary>
    public bool IsGone => MovedTo is null && MovedToPath is null;
}

/// <summary>An address that an item had while it was public.</summary>
/// <param name="Path">The address without outer slashes, lower case.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContainedItemId">The item inside it, as a term; null for the item itself.</param>
public sealed record FormerRoute(string Path, string ContentItemId, string? ContainedItemId);

/// <summary>How an item was withdrawn.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Withdrawal">How.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record StoredWithdrawal(string ContentItemId, Withdrawal Withdrawal, DateTime AtUtc);

/// <summary>Port of a home that keeps addresses itself: what those answer that items once had. A published item's own address goes before.</summary>
public interface IFormerAddresses
{
    /// <summary>What an address answers; null when no public item ever had it. Chains are followed to their end, circles lead nowhere.</summary>
    Task<FormerAddress?> FindAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>What the address of an item by its id answers; null when it was not withdrawn.</summary>
    Task<FormerAddress?> FindItemAsync(string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>How an item was withdrawn; null when it was not.</summary>
    Task<StoredWithdrawal?> GetWithdrawalAsync(string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>The former addresses of an item, in their order.</summary>
    Task<IReadOnlyList<FormerRoute>> RoutesOfAsync(string contentItemId, CancellationToken cancellationToken = default);
}
