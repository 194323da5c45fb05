using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>Inserts many rows of a table by one prepared command: several times faster than tracking each.</summary>
internal static class SqliteInsert
{
    public static Task RunAsync<TRow>(SqliteContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var table = context.Model.FindEntityType(typeof(TRow))!;
        var columns = table.GetProperties().ToList();
        return RunAsync(context, table, columns, rows, (row, i) => columns[i].PropertyInfo!.GetValue(row), cancellationToken);
    }

    public static async Task RunAsync<TRow>(
        SqliteContext context, IEntityType table, IReadOnlyList<IProperty> columns, IEnumerable<TRow> rows, Func<TRow, int, object?> valueOf, CancellationToken cancellationToken)
    {
        using var enumerator = rows.GetEnumerator();
        if (!enumerator.MoveNext())
            return;
        await using var command = CreateCommand(context, table, columns);
        do
        {
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = Stored(valueOf(enumerator.Current, i), columns[i]);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        while (enumerator.MoveNext());
    }

    private static DbCommand CreateCommand(SqliteContext context, IEntityType table, IReadOnlyList<IProperty> columns)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var names = columns.Select(column => sql.DelimitIdentifier(column.GetColumnName()));
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Every name is the model's own.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.GetTableName()!)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", null, nullable: true));
        return command;
    }

    private static object Stored(object? value, IProperty column) =>
        value is not null && column.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value ?? DBNull.Value;
}
