using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>The tables of the model as text, inside a transaction of the caller's.</summary>
internal static class SnapshotTables
{
    private const int FlushLength = 1024 * 1024;

    /// <summary>The tables of the model, each after those that it refers to.</summary>
    public static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var table in model.GetEntityTypes().OrderBy(table => table.GetTableName(), StringComparer.Ordinal))
            Add(table);
        return ordered;

        void Add(IEntityType table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var principal in table.GetForeignKeys().Select(reference => reference.PrincipalEntityType).Where(principal => principal != table))
                Add(principal);
            ordered.Add(table);
        }
    }

    /// <summary>Writes a table.</summary>
    /// <param name="context">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns in their order.</param>
    /// <param name="stream">Gets the lines; null only computes their hash.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TableSnapshot> WriteAsync(StorageContext context, IEntityType table, IReadOnlyList<IProperty> columns, Stream? stream, CancellationToken cancellationToken)
    {
        await using var command = SelectCommand(context, table, columns);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream();
        await using var writer = new Utf8JsonWriter(buffer, RowText.WriterOptions);
        long rows = 0, length = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            writer.WriteStartArray();
            for (var i = 0; i < columns.Count; i++)
                RowText.Write(writer, reader, i, columns[i]);
            writer.WriteEndArray();
            writer.Flush();
            buffer.WriteByte((byte)'\n');
            writer.Reset();
            rows++;
            if (buffer.Length >= FlushLength)
                await FlushAsync();
        }

        await FlushAsync();
        return new(table.GetTableName()!, [.. columns.Select(column => column.GetColumnName())], rows, length, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task FlushAsync()
        {
            hash.AppendData(buffer.GetBuffer(), 0, (int)buffer.Length);
            if (stream is not null)
                await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            length += buffer.Length;
            buffer.SetLength(0);
        }
    }

    private static DbCommand SelectCommand(StorageContext context, IEntityType table, IReadOnlyList<IProperty> columns)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(property => sql.DelimitIdentifier(property.GetColumnName())));
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Every name is the model's own.
        command.CommandText = $"SELECT {Names(columns)} FROM {sql.DelimitIdentifier(table.GetTableName()!)} ORDER BY {Names(table.FindPrimaryKey()!.Properties)}";
#pragma warning restore CA2100
        return command;
    }
}
