using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The audit trail's table.</summary>
internal sealed class AuditTrail(IDbContextFactory<StorageContext> contexts, StorageWriter writer, AuditScribe scribe) : IAuditTrail
{
    private const int PageSize = 500;

    public async Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        if (entries.Count == 0)
            return;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        foreach (var entry in entries)
            transaction.Audit(scribe.Write(entry));
        await transaction.CommitAsync();
    }

    public async Task<AuditPage> QueryAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var moment = await context.BeginReadingAsync(cancellationToken);
        var rows = Find(context, query);
        var found = await rows.OrderByDescending(row => row.Sequence).Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Count, 1, AuditQuery.MaxCount)).ToListAsync(cancellationToken);
        return new(found.ConvertAll(row => row.ToRecord()), await rows.LongCountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<AuditRecord> StreamAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var after = 0L;
        while (true)
        {
            var rows = await Find(context, query).Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row.ToRecord();
            if (rows.Count < PageSize)
                yield break;
            after = rows[^1].Sequence;
        }
    }

    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var moment = await context.BeginReadingAsync(cancellationToken);
        return await AuditChain.VerifyAsync(context, cancellationToken);
    }

    public async Task<string?> FindHashAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AuditTrail.Where(row => row.Sequence == sequence).Select(row => row.Hash).FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<AuditRow> Find(StorageContext context, AuditQuery query)
    {
        var rows = context.AuditTrail.AsNoTracking();
        if (query.User is { Length: > 0 } user)
            rows = rows.Where(row => row.User == user || row.DisplayName == user);
        if (query.ContentItemId is { Length: > 0 } id)
        {
            // As a batch of an import names it among its items.
            var named = ItemJson.Write(JsonValue.Create(id));
            rows = rows.Where(row => row.ContentItemId == id || (row.Action == AuditActions.ContentImported && row.ContentItemId == "" && row.Details.Contains(named)));
        }

        if (query.Action is { Length: > 0 } action)
        {
            var group = action + ".";
            rows = rows.Where(row => row.Action == action || row.Action.StartsWith(group));
        }

        if (query.Result is { } result)
            rows = rows.Where(row => row.Result == result);
        if (query.FromUtc is { } from)
            rows = rows.Where(row => row.TimeUtc >= from);
        if (query.UntilUtc is { } until)
            rows = rows.Where(row => row.TimeUtc < until);
        return rows;
    }
}
