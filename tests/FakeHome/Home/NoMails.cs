using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>This home has no mail server, so nobody asks for any of this.</summary>
internal sealed class NoMails : IOutbox
{
    public Task<OutboxEntry?> TakeAsync(DateTime nowUtc, TimeSpan patience, CancellationToken cancellationToken = default) => Task.FromResult<OutboxEntry?>(null);

    public Task DoneAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task PutBackAsync(string id, DateTime? nextUtc, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OutboxState> StateAsync(int most, CancellationToken cancellationToken = default) => Task.FromResult(new OutboxState(0, 0, []));

    public Task<int> RetryAsync(DateTime nowUtc, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<int> DropBeforeAsync(DateTime utc, CancellationToken cancellationToken = default) => Task.FromResult(0);
}

/// <summary>Nobody subscribes here.</summary>
internal sealed class NoSubscriptions : ISubscriptions
{
    public Task<SubscriptionAnswer> AskAsync(SubscriptionWish wish, SubscriptionLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult<Subscription?>(null);

    public Task<Subscription?> ConfirmAsync(string id, DigestRhythm rhythm, string language, DateTime nowUtc, long sequence, CancellationToken cancellationToken = default) => Task.FromResult<Subscription?>(null);

    public Task<bool> LeaveAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task<IReadOnlyList<Subscription>> DueAsync(DigestRhythm rhythm, DateTime dueUtc, string after, int count, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<Subscription>>([]);

    public Task<int> AnswerAsync(DateTime dueUtc, long sequence, IReadOnlyDictionary<string, string?> payloads, DateTime nowUtc, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<SubscriptionCount>> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<SubscriptionCount>>([]);

    public Task<int> DropUnconfirmedAsync(DateTime utc, CancellationToken cancellationToken = default) => Task.FromResult(0);
}
