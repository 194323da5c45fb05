namespace Gongkai.Content;

/// <summary>How often a digest comes.</summary>
public enum DigestRhythm
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every Monday.</summary>
    Weekly,
}

/// <summary>Port: who wants digests of which lists. Addresses are sealed where they are kept; they are found by a keyed hash.</summary>
public interface ISubscriptions
{
    /// <summary>Keeps a wish, or notes that it was said again, and puts the mail that asks for its confirmation into the outbox, in one transaction.</summary>
    Task<SubscriptionAnswer> AskAsync(SubscriptionWish wish, SubscriptionLimits limits, CancellationToken cancellationToken = default);

    /// <summary>A subscription, confirmed or not; null when there is none.</summary>
    Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Confirms a subscription, or confirms another rhythm of it. What is made public from now on is new to it.</summary>
    /// <returns>Null when there is no such subscription (any more).</returns>
    Task<Subscription?> ConfirmAsync(string id, DigestRhythm rhythm, string language, DateTime nowUtc, long sequence, CancellationToken cancellationToken = default);

    /// <summary>Removes a subscription and its mails.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> LeaveAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>The confirmed subscriptions of a rhythm whose last digest was before a time, by id; without their addresses.</summary>
    /// <param name="rhythm">The rhythm.</param>
    /// <param name="dueUtc">The time of the digest, UTC.</param>
    /// <param name="after">The id after which to go on; empty from the beginning.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<Subscription>> DueAsync(DigestRhythm rhythm, DateTime dueUtc, string after, int count, CancellationToken cancellationToken = default);

    /// <summary>Notes for some subscriptions that their digest of a time is dealt with, and puts their mails into the outbox, in one transaction. Those that are gone or were dealt with by another process are left out.</summary>
    /// <param name="dueUtc">The time of the digest, UTC.</param>
    /// <param name="sequence">Up to where in the change feed it tells.</param>
    /// <param name="payloads">By subscription what its mail needs; null where nothing is new.</param>
    /// <param name="nowUtc">The time, UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many mails were put into the outbox.</returns>
    Task<int> AnswerAsync(DateTime dueUtc, long sequence, IReadOnlyDictionary<string, string?> payloads, DateTime nowUtc, CancellationToken cancellationToken = default);

    /// <summary>How many there are of each list.</summary>
    Task<IReadOnlyList<SubscriptionCount>> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes those that were asked for before a time and never confirmed, with their mails.</summary>
    /// <returns>How many.</returns>
    Task<int> DropUnconfirmedAsync(DateTime utc, CancellationToken cancellationToken = default);
}

/// <summary>The topics of the mails of subscriptions in the outbox.</summary>
public static class SubscriptionTopics
{
    /// <summary>Asks for a confirmation.</summary>
    public const string Confirmation = "subscription.confirmation";

    /// <summary>Tells what is new.</summary>
    public const string Digest = "subscription.digest";
}

/// <summary>What somebody wants.</summary>
/// <param name="Address">The address to send to, normalised.</param>
/// <param name="List">The list's name, as feeds have it.</param>
/// <param name="Query">What is asked of the list, as an address has it: <c>?q=…</c>; empty for all of it.</param>
/// <param name="Language">The language of the mails.</param>
/// <param name="Rhythm">How often.</param>
/// <param name="AskedUtc">When it was said, UTC.</param>
/// <param name="Payload">What the mail that asks for confirmation needs.</param>
public sealed record SubscriptionWish(string Address, string List, string Query, string Language, DigestRhythm Rhythm, DateTime AskedUtc, string Payload);

/// <summary>What keeps subscriptions from being abused.</summary>
/// <param name="AskedADay">How many mails that ask for confirmation one address gets in 24 hours.</param>
/// <param name="OfAddress">How many subscriptions one address has.</param>
/// <param name="Unconfirmed">How many subscriptions wait for confirmation in all.</param>
public sealed record SubscriptionLimits(int AskedADay = 5, int OfAddress = 50, int Unconfirmed = 10_000);

/// <summary>What came of a wish.</summary>
public enum SubscriptionAnswer
{
    /// <summary>A mail that asks for confirmation is on its way.</summary>
    Asked,

    /// <summary>The address got or has too many: nothing was sent. Whoever asked need not know.</summary>
    TooManyOfAddress,

    /// <summary>Too many wait for confirmation in all.</summary>
    Full,
}

/// <summary>A subscription.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Address">Where it goes; empty where it was not asked for or does not open with the site's keys.</param>
/// <param name="List">The list's name.</param>
/// <param name="Query">What is asked of the list; empty for all of it.</param>
/// <param name="Language">The language of the mails.</param>
/// <param name="Rhythm">How often.</param>
/// <param name="IsConfirmed">Whether the address's owner wants it.</param>
/// <param name="DigestUtc">The time of the last digest, or of the confirmation, UTC.</param>
/// <param name="Sequence">Up to where in the change feed it was told.</param>
public sealed record Subscription(string Id, string Address, string List, string Query, string Language, DigestRhythm Rhythm, bool IsConfirmed, DateTime DigestUtc, long Sequence);

/// <summary>How many subscriptions a list has.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Query">What is asked of it.</param>
/// <param name="Daily">Confirmed ones that come daily.</param>
/// <param name="Weekly">Confirmed ones that come weekly.</param>
/// <param name="Unconfirmed">Those that wait for confirmation.</param>
public sealed record SubscriptionCount(string List, string Query, int Daily, int Weekly, int Unconfirmed);
