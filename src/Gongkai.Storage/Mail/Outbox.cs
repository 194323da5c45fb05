using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The outbox's table. Each step is a short transaction of its own, without a row in the change feed.</summary>
internal sealed class Outbox(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : IOutbox
{
    public async Task<OutboxEntry?> TakeAsync(DateTime nowUtc, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        // Most of the time nothing is due, and looking needs no writer.
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await context.Outbox.AnyAsync(row => !row.IsFailed && row.NextUtc <= nowUtc, cancellationToken))
                return null;
        }

        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Outbox;
        if (await rows.Where(row => !row.IsFailed && row.NextUtc <= nowUtc).OrderBy(row => row.NextUtc).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken) is not { } due)
            return null;
        due.Attempts++;
        due.NextUtc = nowUtc + patience;
        rows.Update(due);
        await transaction.CommitAsync();
        return EntryOf(due);
    }

    public async Task DoneAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        await transaction.Context.Outbox.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
    }

    public async Task PutBackAsync(string id, DateTime? nextUtc, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Outbox;
        if (await rows.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row)
        {
            (row.IsFailed, row.NextUtc, row.Reason) = (nextUtc is null, nextUtc ?? row.NextUtc, reason);
            rows.Update(row);
        }

        await transaction.CommitAsync();
    }

    public async Task<OutboxState> StateAsync(int most, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Outbox.AsNoTracking();
        return new(
            await rows.CountAsync(row => !row.IsFailed, cancellationToken),
            await rows.CountAsync(row => row.IsFailed, cancellationToken),
            (await rows.Where(row => row.Reason != "").OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken)).ConvertAll(EntryOf));
    }

    public async Task<int> RetryAsync(DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var retried = await transaction.Context.Outbox.Where(row => row.IsFailed)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.IsFailed, false).SetProperty(one => one.Attempts, 0).SetProperty(one => one.NextUtc, nowUtc), cancellationToken);
        await transaction.CommitAsync();
        return retried;
    }

    public async Task<int> DropBeforeAsync(DateTime utc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var dropped = await transaction.Context.Outbox.Where(row => row.IsFailed && row.CreatedUtc < utc).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return dropped;
    }

    private static OutboxEntry EntryOf(OutboxRow row) => new(row.Id, row.Topic, row.SubjectId, row.Payload, Utc(row.CreatedUtc), row.Attempts)
    {
        IsFailed = row.IsFailed,
        Reason = row.Reason,
        NextUtc = Utc(row.NextUtc),
    };

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
