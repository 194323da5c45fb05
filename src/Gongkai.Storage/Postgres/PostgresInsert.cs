using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongkai.Storage;

/// <summary>Inserts many rows of a table by one statement, each column an array: one round trip, and the same statement for any number of rows.</summary>
internal static class PostgresInsert
{
    public static Task RunAsync<TRow>(PostgresContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var table = context.Model.FindEntityType(typeof(TRow))!;
        var columns = table.GetProperties().ToList();
        return RunAsync(context, table, columns, rows, (row, i) => columns[i].PropertyInfo!.GetValue(row), cancellationToken);
    }

    public static async Task RunAsync<TRow>(
        PostgresContext context, IEntityType table, IReadOnlyList<IProperty> columns, IEnumerable<TRow> rows, Func<TRow, int, object?> valueOf, CancellationToken cancellationToken)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        var sql = context.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())));
        await using var command = (NpgsqlCommand)context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every name is the model's own.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.GetTableName()!)} ({names}) SELECT * FROM unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";
#pragma warning restore CA2100
        foreach (var (i, column) in columns.Index())
            command.Parameters.Add(new() { Value = ValuesOf(all, column, row => valueOf(row, i)), DataTypeName = column.GetRelationalTypeMapping().StoreTypeNameBase + "[]" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Array ValuesOf<TRow>(List<TRow> rows, IProperty column, Func<TRow, object?> valueOf)
    {
        var converter = column.GetRelationalTypeMapping().Converter;
        var type = converter is null ? column.ClrType : column.IsNullable && converter.ProviderClrType.IsValueType ? typeof(Nullable<>).MakeGenericType(converter.ProviderClrType) : converter.ProviderClrType;
        var values = Array.CreateInstance(type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var value = valueOf(rows[i]);
            values.SetValue(value is not null && converter is not null ? converter.ConvertToProvider(value) : value, i);
        }

        return values;
    }
}
