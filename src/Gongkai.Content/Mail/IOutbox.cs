namespace Gongkai.Content;

/// <summary>Port: mails that are still to be sent. They are added in the transaction of what they tell of, and go when the mail server has them.</summary>
/// <remarks>
/// An entry says what a mail is about, not what it says and whom it is for: <see cref="IMailTopic"/> writes it when it is sent. So what was withdrawn
/// meanwhile is not told, and who has left gets nothing. Whoever takes an entry has it for a while: killed in the middle, it comes again.
/// </remarks>
public interface IOutbox
{
    /// <summary>Takes the entry that has been due longest and keeps it from others for a while; null when none is due.</summary>
    /// <param name="nowUtc">The time, UTC.</param>
    /// <param name="patience">For how long it is kept from others.</param>
    /// <param name="cancellationToken">Ends it; nothing is taken then.</param>
    Task<OutboxEntry?> TakeAsync(DateTime nowUtc, TimeSpan patience, CancellationToken cancellationToken = default);

    /// <summary>Removes an entry: its mail is sent, or there is nothing to send any more.</summary>
    Task DoneAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Puts an entry back whose mail was not sent.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="nextUtc">When it is tried again, UTC; null gives it up, and it stays as a failed one.</param>
    /// <param name="reason">Why it was not sent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task PutBackAsync(string id, DateTime? nextUtc, string reason, CancellationToken cancellationToken = default);

    /// <summary>How many wait, and the newest of those that failed or fail.</summary>
    Task<OutboxState> StateAsync(int most, CancellationToken cancellationToken = default);

    /// <summary>Tries those again that were given up.</summary>
    /// <returns>How many.</returns>
    Task<int> RetryAsync(DateTime nowUtc, CancellationToken cancellationToken = default);

    /// <summary>Removes those that were made before a time and given up.</summary>
    /// <returns>How many.</returns>
    Task<int> DropBeforeAsync(DateTime utc, CancellationToken cancellationToken = default);
}

/// <summary>A mail that is to be sent.</summary>
/// <param name="Id">Identifies it, and its mail.</param>
/// <param name="Topic">Which <see cref="IMailTopic"/> writes it.</param>
/// <param name="SubjectId">What it is about: a subscription's id.</param>
/// <param name="Payload">What the topic needs beside it; no address.</param>
/// <param name="CreatedUtc">When it was made, UTC.</param>
/// <param name="Attempts">How often it was taken.</param>
public sealed record OutboxEntry(string Id, string Topic, string SubjectId, string Payload, DateTime CreatedUtc, int Attempts)
{
    /// <summary>Whether it was given up.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Why it was not sent the last time.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it is tried again, UTC.</summary>
    public DateTime NextUtc { get; init; }
}

/// <summary>What the outbox holds.</summary>
/// <param name="Waiting">How many wait.</param>
/// <param name="Failed">How many were given up.</param>
/// <param name="Faulty">The newest of those that were not sent at least once, given up or not.</param>
public sealed record OutboxState(int Waiting, int Failed, IReadOnlyList<OutboxEntry> Faulty);

/// <summary>Port of a module: writes the mails of one kind.</summary>
public interface IMailTopic
{
    /// <summary>The kind's name, as <see cref="OutboxEntry.Topic"/> has it.</summary>
    string Name { get; }

    /// <summary>The mail of an entry as it is to be sent now; null when there is nothing to send any more.</summary>
    Task<Mail?> WriteAsync(OutboxEntry entry, CancellationToken cancellationToken = default);
}
