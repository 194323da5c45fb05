using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The table of leases. Each step is a short transaction of its own, without a row in the change feed.</summary>
internal sealed class Leases(IDbContextFactory<StorageContext> contexts, StorageWriter writer, TimeProvider time) : ILeases
{
    public async Task<bool> TakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // Whoever has to wait asks often, and looking needs no writer.
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.Leases.AnyAsync(row => row.Name == name && row.Holder != holder && row.UntilUtc > now, cancellationToken))
                return false;
        }

        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.Leases;
        if (await rows.AnyAsync(row => row.Name == name && row.Holder != holder && row.UntilUtc > now, cancellationToken))
            return false;
        await rows.Where(row => row.Name == name).ExecuteDeleteAsync(cancellationToken);
        rows.Add(new() { Name = name, Holder = holder, UntilUtc = now + length });
        await transaction.CommitAsync();
        return true;
    }

    public async Task GiveBackAsync(string name, string holder, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        await transaction.Context.Leases.Where(row => row.Name == name && row.Holder == holder).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
    }
}
