using Npgsql;

namespace Gongkai.Storage;

/// <summary>An advisory lock that a session of its own holds: it goes with the session, and the session with its process.</summary>
internal sealed class PostgresLock : IAsyncDisposable
{
    /// <summary>Waits for the lock of the one writer, which the end of the transaction gives back.</summary>
    public const string OfTransaction = "SELECT pg_advisory_xact_lock(18251, hashtext('writing'))";

    private readonly NpgsqlConnection _session;

    private PostgresLock(NpgsqlConnection session) => _session = session;

    /// <summary>Waits for a lock. Advisory locks are those of one database: other sites on the server do not wait.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(string connectionString, string name, CancellationToken cancellationToken)
    {
        // A pooled session would keep the lock until somebody else used it.
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await session.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(18251, hashtext($1))", session) { Parameters = { new() { Value = name } }, CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new PostgresLock(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
