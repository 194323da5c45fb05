using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The subscriptions' table, and what they put into the outbox. They are no content: nothing of them is in the feed.</summary>
internal sealed class SubscriptionStore(IDbContextFactory<StorageContext> contexts, StorageWriter writer, SealedTexts seals, KeyedHashes hashes) : ISubscriptions
{
    private const string Purpose = "subscription";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<SubscriptionAnswer> AskAsync(SubscriptionWish wish, SubscriptionLimits limits, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Subscriptions;
        // Whoever writes Bob@ and bob@ means one person.
        var hash = await hashes.OfAsync(transaction, Purpose, wish.Address.ToLowerInvariant(), cancellationToken);
        var own = await rows.AsNoTracking().Where(row => row.AddressHash == hash).ToListAsync(cancellationToken);
        var row = own.Find(row => row.List == wish.List && row.Query == wish.Query);
        var since = wish.AskedUtc - Day;
        if (own.Where(other => Utc(other.AskedUtc) > since).Sum(other => other.Asked) >= limits.AskedADay || (row is null && own.Count >= limits.OfAddress))
            return SubscriptionAnswer.TooManyOfAddress;
        if (row is null && await rows.CountAsync(other => !other.IsConfirmed, cancellationToken) >= limits.Unconfirmed)
            return SubscriptionAnswer.Full;

        if (row is null)
        {
            var id = IdGenerator.NewId();
            row = new() { Id = id, AddressHash = hash, Address = seals.Seal(Purpose, id, wish.Address), List = wish.List, Query = wish.Query, Language = wish.Language, Rhythm = wish.Rhythm };
            rows.Add(row);
        }
        else
        {
            rows.Update(row);
        }

        row.Asked = Utc(row.AskedUtc) > since ? row.Asked + 1 : 1;
        row.AskedUtc = wish.AskedUtc;
        transaction.Context.Add(MailOf(SubscriptionTopics.Confirmation, row.Id, wish.Payload, wish.AskedUtc));
        await transaction.CommitAsync();
        return SubscriptionAnswer.Asked;
    }

    public async Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Subscriptions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Of(row, withAddress: true) : null;
    }

    public async Task<Subscription?> ConfirmAsync(string id, DigestRhythm rhythm, string language, DateTime nowUtc, long sequence, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Subscriptions;
        if (await rows.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return null;
        // Who confirms once more has missed nothing.
        if (!row.IsConfirmed)
            (row.IsConfirmed, row.DigestUtc, row.Sequence) = (true, nowUtc, sequence);
        (row.Rhythm, row.Language) = (rhythm, language);
        rows.Update(row);
        await transaction.CommitAsync();
        return Of(row, withAddress: true);
    }

    public async Task<bool> LeaveAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        await transaction.Context.Outbox.Where(row => row.SubjectId == id).ExecuteDeleteAsync(cancellationToken);
        var left = await transaction.Context.Subscriptions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return left > 0;
    }

    public async Task<IReadOnlyList<Subscription>> DueAsync(DigestRhythm rhythm, DateTime dueUtc, string after, int count, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // the database compares, byte by byte
        var rows = await context.Subscriptions.AsNoTracking()
            .Where(row => row.IsConfirmed && row.Rhythm == rhythm && row.DigestUtc < dueUtc && string.Compare(row.Id, after) > 0)
#pragma warning restore CA1309
            .OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => Of(row, withAddress: false));
    }

    public async Task<int> AnswerAsync(DateTime dueUtc, long sequence, IReadOnlyDictionary<string, string?> payloads, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Subscriptions;
        var ids = payloads.Keys.ToList();
        var mails = 0;
        foreach (var row in await rows.Where(row => ids.Contains(row.Id) && row.IsConfirmed && row.DigestUtc < dueUtc).ToListAsync(cancellationToken))
        {
            (row.DigestUtc, row.Sequence) = (dueUtc, sequence);
            rows.Update(row);
            if (payloads[row.Id] is not { } payload)
                continue;
            transaction.Context.Add(MailOf(SubscriptionTopics.Digest, row.Id, payload, nowUtc));
            mails++;
        }

        await transaction.CommitAsync();
        return mails;
    }

    public async Task<IReadOnlyList<SubscriptionCount>> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Subscriptions.AsNoTracking().GroupBy(row => new { row.List, row.Query, row.Rhythm, row.IsConfirmed })
            .Select(group => new { group.Key.List, group.Key.Query, group.Key.Rhythm, group.Key.IsConfirmed, Count = group.Count() }).ToListAsync(cancellationToken);
        return [.. counts.GroupBy(count => (count.List, count.Query)).Select(list => new SubscriptionCount(
                list.Key.List, list.Key.Query,
                list.Where(count => count is { IsConfirmed: true, Rhythm: DigestRhythm.Daily }).Sum(count => count.Count),
                list.Where(count => count is { IsConfirmed: true, Rhythm: DigestRhythm.Weekly }).Sum(count => count.Count),
                list.Where(count => !count.IsConfirmed).Sum(count => count.Count)))
            .OrderByDescending(list => list.Daily + list.Weekly).ThenBy(list => list.List, StringComparer.Ordinal).ThenBy(list => list.Query, StringComparer.Ordinal)];
    }

    public async Task<int> DropUnconfirmedAsync(DateTime utc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        var old = context.Subscriptions.Where(row => !row.IsConfirmed && row.AskedUtc < utc);
        await context.Outbox.Where(mail => old.Any(row => row.Id == mail.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        var dropped = await old.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return dropped;
    }

    private static OutboxRow MailOf(string topic, string subject, string payload, DateTime nowUtc) =>
        new() { Id = IdGenerator.NewId(), Topic = topic, SubjectId = subject, Payload = payload, CreatedUtc = nowUtc, NextUtc = nowUtc, Reason = "" };

    private Subscription Of(SubscriptionRow row, bool withAddress) => new(
        row.Id, withAddress ? seals.Open(Purpose, row.Id, row.Address) : "", row.List, row.Query, row.Language, row.Rhythm, row.IsConfirmed, Utc(row.DigestUtc), row.Sequence);

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
