using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>Brings a snapshot into an empty database, of whichever engine.</summary>
public sealed class StorageRestore
{
    private const int BatchRows = 500;
    private const long BatchBytes = 4 * 1024 * 1024;

    private readonly StorageEngine _engine;
    private readonly IDbContextFactory<StorageContext> _contexts;

    internal StorageRestore(StorageEngine engine, IDbContextFactory<StorageContext> contexts) => (_engine, _contexts) = (engine, contexts);

    /// <summary>What keeps a snapshot from being restored here, in Simplified Chinese; null when it can be. Changes nothing.</summary>
    public async Task<string?> FindFaultAsync(DatabaseSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        if (!context.Database.GetMigrations().Contains(snapshot.Schema))
            return $"备份的数据库结构（{snapshot.Schema}）比本程序的新，请用做备份的那个版本或更新的版本恢复。";
        if (FaultOfTables(context.Model, snapshot) is { } fault)
            return fault;
        return await _engine.ExistsAsync(context, cancellationToken) && await IsUsedAsync(context, cancellationToken)
            ? "数据库不是空的。恢复只写入空的数据库：请另建一个，或先删去其中的表。"
            : null;
    }

    /// <summary>Makes the schema, brings the rows, reads them again and compares; then brings the schema up to date.</summary>
    /// <param name="snapshot">What is to be there.</param>
    /// <param name="open">Opens the lines of a table.</param>
    /// <param name="beforeCommit">What else must have gone well before anything is kept.</param>
    /// <param name="cancellationToken">Ends it; no row stays.</param>
    /// <exception cref="StorageException">The rows cannot be brought, or are not what they were.</exception>
    public async Task RestoreAsync(DatabaseSnapshot snapshot, Func<TableSnapshot, Stream> open, Func<Task> beforeCommit, CancellationToken cancellationToken = default)
    {
        await using var only = await _engine.LockAsync("migrating", cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await _engine.PrepareAsync(context, cancellationToken);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync(snapshot.Schema, cancellationToken);
        await using (var transaction = await context.BeginWritingAsync(cancellationToken))
        {
            foreach (var table in snapshot.Tables)
            {
                var (type, columns) = Find(context.Model, table);
                await using (var stream = open(table))
                    await BringAsync(context, table, type, columns, stream, cancellationToken);
                var found = await SnapshotTables.WriteAsync(context, type, columns, null, cancellationToken);
                if ((found.Rows, found.Sha256) != (table.Rows, table.Sha256))
                    throw new StorageException($"表 {table.Name} 写入后读出的与备份不同（备份 {table.Rows} 行，读出 {found.Rows} 行）。");
            }

            await beforeCommit();
            await transaction.CommitAsync(CancellationToken.None);
        }

        await migrator.MigrateAsync(null, CancellationToken.None);
    }

    private static async Task BringAsync(StorageContext context, TableSnapshot table, IEntityType type, IReadOnlyList<IProperty> columns, Stream stream, CancellationToken cancellationToken)
    {
        var batch = new List<object?[]>(BatchRows);
        var bytes = 0L;
        var number = 0L;
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            batch.Add(Read(line, number, table, columns));
            bytes += line.Length;
            if (batch.Count < BatchRows && bytes < BatchBytes)
                continue;
            await context.InsertManyAsync(type, columns, batch, cancellationToken);
            (batch, bytes) = (new(BatchRows), 0);
        }

        await context.InsertManyAsync(type, columns, batch, cancellationToken);
    }

    private static object?[] Read(string line, long number, TableSnapshot table, IReadOnlyList<IProperty> columns)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetArrayLength() != columns.Count)
                throw new FormatException($"{json.RootElement.GetArrayLength()} values for {columns.Count} columns.");
            return [.. json.RootElement.EnumerateArray().Select((value, i) => RowText.Read(value, columns[i]))];
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new StorageException($"备份中表 {table.Name} 的第 {number} 行不能读：{fault.Message}", fault);
        }
    }

    /// <summary>Whether somebody has already written into the database, or it is another program's.</summary>
    private static async Task<bool> IsUsedAsync(StorageContext context, CancellationToken cancellationToken)
    {
        if (!(await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
            return await context.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancellationToken);
        return await context.Changes.AnyAsync(cancellationToken) || await context.Documents.AnyAsync(cancellationToken) || await context.Versions.AnyAsync(cancellationToken)
            || await context.Definitions.AnyAsync(cancellationToken);
    }

    private static string? FaultOfTables(IModel model, DatabaseSnapshot snapshot)
    {
        if (snapshot.Tables.Select(table => table.Name).Distinct().Count() != snapshot.Tables.Count)
            return "备份的清单里有同名的表。";
        foreach (var table in snapshot.Tables)
        {
            var type = model.GetEntityTypes().FirstOrDefault(type => type.GetTableName() == table.Name);
            var known = type?.GetProperties().Select(property => property.GetColumnName()).ToHashSet(StringComparer.Ordinal);
            if (known is null || table.Columns.FirstOrDefault(column => !known.Contains(column)) is not null || table.Columns.Distinct().Count() != table.Columns.Count
                || !type!.FindPrimaryKey()!.Properties.All(key => table.Columns.Contains(key.GetColumnName())))
                return $"本程序没有备份中的表“{table.Name}”或它的列，请用做备份的那个版本恢复，再升级。";
        }

        return null;
    }

    private static (IEntityType Type, IReadOnlyList<IProperty> Columns) Find(IModel model, TableSnapshot table)
    {
        var type = model.GetEntityTypes().First(type => type.GetTableName() == table.Name);
        return (type, [.. table.Columns.Select(column => type.GetProperties().First(property => property.GetColumnName() == column))]);
    }
}
