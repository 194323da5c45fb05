using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Removes rows whose time is over: the only place that deletes any. The row that it appends in the same transaction signs off where the rest begins.</summary>
internal sealed class AuditRetention(StorageWriter writer, AuditScribe scribe, TimeProvider time) : IAuditRetention
{
    public async Task<long> RemoveBeforeAsync(DateTime timeUtc, CancellationToken cancellationToken = default)
    {
        if (timeUtc > time.GetUtcNow().UtcDateTime.AddDays(-IAuditRetention.LeastDays))
            throw new ArgumentOutOfRangeException(nameof(timeUtc), timeUtc, $"Rows are kept for {IAuditRetention.LeastDays} days.");
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var trail = transaction.Context.AuditTrail;
        // Where a clock was put back, a row that is old enough may stand after one that is not: it waits.
        var kept = await trail.Where(row => row.TimeUtc >= timeUtc).MinAsync(row => (long?)row.Sequence, cancellationToken) ?? long.MaxValue;
        var last = await trail.AsNoTracking().Where(row => row.Sequence < kept).OrderByDescending(row => row.Sequence).Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return 0;
        var first = await trail.MinAsync(row => row.Sequence, cancellationToken);
        var removed = await trail.Where(row => row.Sequence <= last.Sequence).ExecuteDeleteAsync(cancellationToken);
        transaction.Audit(scribe.Write(new(AuditActions.AuditRemoved) { Details = AuditChain.StartAfter(first, last.Sequence, last.Hash) }));
        await transaction.CommitAsync();
        return removed;
    }
}
