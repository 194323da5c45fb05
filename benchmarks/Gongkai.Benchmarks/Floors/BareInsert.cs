using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Gongkai.Benchmarks.Floors;

/// <summary>Inserts the rows of one database into an empty one of the same schema, as durably as the site does, in large transactions.</summary>
internal static class BareInsert
{
    private const int TransactionSize = 1000;

    /// <summary>Copies the rows; the time is that of the inserts alone.</summary>
    public static TimeSpan Run(string source, string target)
    {
        using var from = Open(source, SqliteOpenMode.ReadOnly);
        using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
        Execute(to, "PRAGMA journal_mode=WAL");
        Execute(to, "PRAGMA synchronous=FULL");
        foreach (var sql in Read(from, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC"))
            Execute(to, (string)sql[0]);
        var time = TimeSpan.Zero;
        foreach (var table in Read(from, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToList())
            time += Copy(from, to, (string)table[0]);
        return time;
    }

    private static TimeSpan Copy(SqliteConnection from, SqliteConnection to, string table)
    {
        var time = TimeSpan.Zero;
        foreach (var rows in Read(from, $"SELECT * FROM \"{table}\"").Chunk(TransactionSize))
        {
            var started = Stopwatch.GetTimestamp();
            using var transaction = to.BeginTransaction();
            using var command = to.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // the table's name is the schema's own
            command.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
            for (var i = 0; i < rows[0].Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                    command.Parameters[i].Value = row[i];
                command.ExecuteNonQuery();
            }

            transaction.Commit();
            time += Stopwatch.GetElapsedTime(started);
        }

        return time;
    }

    private static IEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant but for names that the schema has
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the schema of our own database
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
