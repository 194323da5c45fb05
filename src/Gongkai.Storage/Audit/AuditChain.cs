using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The chain of the audit trail: how a row is added to its end, and whether it is whole.</summary>
internal static class AuditChain
{
    private const int PageSize = 500;

    /// <summary>Adds rows to the end, inside the write transaction of which there is one at a time.</summary>
    public static async Task AppendAsync(StorageContext context, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        var end = await context.AuditEnds.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var next = end ?? new() { Hash = AuditRecord.NoHash };
        foreach (var row in rows)
        {
            row.Sequence = ++next.Sequence;
            row.Hash = next.Hash = row.ToRecord().HashAfter(next.Hash);
        }

        await context.InsertManyAsync(rows, cancellationToken);
        if (end is null)
            await context.InsertManyAsync([next], cancellationToken);
        else
            await context.AuditEnds.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, next.Sequence).SetProperty(row => row.Hash, next.Hash), cancellationToken);
    }

    /// <summary>Looks through the whole chain. The context sees one moment.</summary>
    public static async Task<AuditVerification> VerifyAsync(StorageContext context, CancellationToken cancellationToken)
    {
        var faults = new List<AuditFault>();
        var end = await context.AuditEnds.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        long first = 0, last = 0;
        string? hash = AuditRecord.NoHash;
        await foreach (var record in RecordsAsync(context, cancellationToken))
        {
            if (first == 0)
            {
                first = record.Sequence;
                (last, hash) = await FindStartAsync(context, record, faults, cancellationToken);
            }

            if (record.Sequence != last + 1)
                faults.Add(new(AuditFaultKind.Missing, last + 1, record.Sequence - 1));
            else if (hash is not null && record.HashAfter(hash) != record.Hash)
                faults.Add(new(AuditFaultKind.Changed, record.Sequence, record.Sequence));
            (last, hash) = (record.Sequence, record.Hash);
            if (faults.Count >= AuditVerification.MaxFaults)
                return new(first, last, hash, faults);
        }

        if ((end?.Sequence ?? 0, end?.Hash ?? AuditRecord.NoHash) != (last, hash))
            faults.Add(new(AuditFaultKind.NoEnd, Math.Min(last + 1, end?.Sequence ?? 1), Math.Max(last, end?.Sequence ?? 0)));
        return new(first, last, hash, faults);
    }

    /// <summary>The details of the row that removes others: where the rest begins.</summary>
    public static JsonObject StartAfter(long first, long last, string hash) => new() { ["first"] = first, ["last"] = last, ["hash"] = hash };

    /// <summary>What comes before the first row that is kept: nothing, or what the row of the last removal signed off.</summary>
    private static async Task<(long Sequence, string? Hash)> FindStartAsync(StorageContext context, AuditRecord first, List<AuditFault> faults, CancellationToken cancellationToken)
    {
        if (first.Sequence == 1)
            return (0, AuditRecord.NoHash);
        var removal = await context.AuditTrail.AsNoTracking().Where(row => row.Action == AuditActions.AuditRemoved).OrderByDescending(row => row.Sequence)
            .Select(row => row.Details).FirstOrDefaultAsync(cancellationToken);
        if (removal is not null && TryRead(removal, out var last, out var hash) && last < first.Sequence)
            return (last, hash);
        faults.Add(new(AuditFaultKind.NoStart, 1, first.Sequence - 1));
        // The first row cannot be proved any more; those after it can.
        return (first.Sequence - 1, null);
    }

    private static bool TryRead(string details, out long last, out string? hash)
    {
        (last, hash) = (0, null);
        try
        {
            var start = ItemJson.Read(details);
            hash = start.Text("hash");
            return hash is not null && start["last"] is JsonValue number && number.TryGetValue(out last);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<AuditRecord> RecordsAsync(StorageContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var rows = await context.AuditTrail.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row.ToRecord();
            if (rows.Count < PageSize)
                yield break;
            after = rows[^1].Sequence;
        }
    }
}
