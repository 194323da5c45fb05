namespace Gongkai.Content;

/// <summary>What changed.</summary>
public enum ChangeSubject
{
    /// <summary>An item: some version of it.</summary>
    Item,

    /// <summary>Definitions of types and parts.</summary>
    Definitions,

    /// <summary>Settings, roles or another named document of <see cref="ISettings"/>.</summary>
    Settings,
}

/// <summary>One committed change.</summary>
/// <param name="Sequence">Its number: in commit order, without a hole that a reader could skip.</param>
/// <param name="Subject">What changed.</param>
/// <param name="Id">The item's id or the document's name; empty for definitions.</param>
/// <param name="ContentType">An item's type; empty otherwise.</param>
public sealed record Change(long Sequence, ChangeSubject Subject, string Id, string ContentType);

/// <summary>Port: the ordered log of committed changes that everything derived follows. Its rows are written in the transaction of their change.</summary>
public interface IChangeFeed
{
    /// <summary>The changes after a sequence number, oldest first, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default);

    /// <summary>The last sequence number; 0 when nothing ever changed.</summary>
    Task<long> GetLastAsync(CancellationToken cancellationToken = default);
}

/// <summary>Port: something derived that follows the feed. Followers are asked in the order of their registration: each may use those before it.</summary>
public interface IChangeFollower
{
    /// <summary>Returns when the follower shows every change up to a sequence number. Safe to call from several threads.</summary>
    Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default);

    /// <summary>Shows what some changes came to, at once and ahead of their order: an editor does not wait for the backlog of an import. Their turn in order comes later and does no harm.</summary>
    /// <param name="changes">Committed changes, oldest first, perhaps with others before and between them.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default);

    /// <summary>Takes away what some changes took from the public, at once and ahead of their order. What they brought may wait for its turn.</summary>
    /// <param name="changes">Committed changes, oldest first.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task HideAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default) => ShowAsync(changes, cancellationToken);
}
