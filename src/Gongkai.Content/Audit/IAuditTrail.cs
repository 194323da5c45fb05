namespace Gongkai.Content;

/// <summary>Port of a home that keeps the content itself: who did what, when, to which item, with which result. Rows are only ever added.</summary>
/// <remarks>Content operations, settings, roles and definitions get their rows in the transaction of the change, by the storage. Everything else is appended here.</remarks>
public interface IAuditTrail
{
    /// <summary>Appends rows, in a transaction of their own.</summary>
    Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Some of the rows, newest first.</summary>
    Task<AuditPage> QueryAsync(AuditQuery query, CancellationToken cancellationToken = default);

    /// <summary>All rows that a query finds, oldest first, as a stream; its paging does not count.</summary>
    IAsyncEnumerable<AuditRecord> StreamAsync(AuditQuery query, CancellationToken cancellationToken = default);

    /// <summary>Computes the chain from its start to its end.</summary>
    Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken = default);

    /// <summary>The number and the hash of a row; null when there is no such row. What was noted down elsewhere earlier is compared with it.</summary>
    Task<string?> FindHashAsync(long sequence, CancellationToken cancellationToken = default);
}

/// <summary>Port: ends the time of old rows. For the site's nightly work alone.</summary>
public interface IAuditRetention
{
    /// <summary>The shortest time for which rows are kept, in days: six months.</summary>
    /// <remarks>Cybersecurity Law Art. 23 (as amended in 2025; Art. 21 before): network logs are kept for no less than six months.</remarks>
    const int LeastDays = 183;

    /// <summary>Removes the rows before a time and appends the row from which the rest can be verified; nothing when none is older.</summary>
    /// <param name="timeUtc">The time, not less than <see cref="LeastDays"/> ago.</param>
    /// <param name="cancellationToken">Ends it; nothing is removed then.</param>
    /// <returns>How many rows were removed.</returns>
    Task<long> RemoveBeforeAsync(DateTime timeUtc, CancellationToken cancellationToken = default);
}

/// <summary>Port: from where the current request comes, for the audit trail.</summary>
public interface IAuditOrigin
{
    /// <summary>The address, as <see cref="AuditAddress"/> writes it; empty outside of a request.</summary>
    string Address { get; }
}

/// <summary>Which rows are asked for.</summary>
public sealed record AuditQuery
{
    /// <summary>The most rows of a page.</summary>
    public const int MaxCount = 200;

    /// <summary>The user's name for signing in, or the name that people read; null for all.</summary>
    public string? User { get; init; }

    /// <summary>The item; batches of imports that brought it are found, too. Null for all.</summary>
    public string? ContentItemId { get; init; }

    /// <summary>The action, or a group of actions as <c>Content</c>; null for all.</summary>
    public string? Action { get; init; }

    /// <summary>What came of it; null for all.</summary>
    public AuditResult? Result { get; init; }

    /// <summary>From this time on, UTC.</summary>
    public DateTime? FromUtc { get; init; }

    /// <summary>Before this time, UTC.</summary>
    public DateTime? UntilUtc { get; init; }

    /// <summary>How many of the newest rows to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>How many rows at most, up to <see cref="MaxCount"/>.</summary>
    public int Count { get; init; } = 50;
}

/// <summary>Some rows of the audit trail.</summary>
/// <param name="Records">The rows, newest first.</param>
/// <param name="Total">How many rows the query finds in all.</param>
public sealed record AuditPage(IReadOnlyList<AuditRecord> Records, long Total);
