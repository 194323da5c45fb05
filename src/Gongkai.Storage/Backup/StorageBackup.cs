using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Takes the database out as it is at one moment, while everybody goes on writing.</summary>
public sealed class StorageBackup
{
    private readonly StorageEngine _engine;
    private readonly IDbContextFactory<StorageContext> _contexts;

    internal StorageBackup(StorageEngine engine, IDbContextFactory<StorageContext> contexts) => (_engine, _contexts) = (engine, contexts);

    /// <summary>Writes every table.</summary>
    /// <param name="open">Gives the stream for a table by its name; it is disposed when the table is written.</param>
    /// <param name="shownMedia">Is told every media file that public items of that moment show.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DatabaseSnapshot> WriteAsync(Func<string, Stream> open, Action<string> shownMedia, CancellationToken cancellationToken = default)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var moment = await context.BeginReadingAsync(cancellationToken);
        var lastChange = await context.Changes.MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0;
        var end = await context.AuditEnds.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var tables = new List<TableSnapshot>();
        foreach (var table in SnapshotTables.InOrder(context.Model))
        {
            await using var stream = open(table.GetTableName()!);
            tables.Add(await SnapshotTables.WriteAsync(context, table, [.. table.GetProperties()], stream, cancellationToken));
        }

        var shown = context.References.Where(row => row.TargetId.StartsWith(MediaReferences.Prefix)).Select(row => row.TargetId).Distinct();
        await foreach (var target in shown.AsAsyncEnumerable().WithCancellation(cancellationToken))
            shownMedia(target[MediaReferences.Prefix.Length..]);
        var schema = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
        return new(_engine.Name, schema, lastChange, end?.Sequence ?? 0, end?.Hash ?? AuditRecord.NoHash, tables);
    }
}
