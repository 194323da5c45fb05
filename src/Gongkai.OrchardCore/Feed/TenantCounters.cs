using System.Data.Common;
using System.Globalization;
using Gongkai.Content;
using YesSql;

namespace Gongkai.OrchardCore.Feed;

/// <summary>Counters in the tenant's database, drawn in the transaction of the session: what is rolled back gives nothing away.</summary>
/// <remarks>
/// The counter of the changes is one row that every writing transaction updates, and so holds until it ends: numbers are given in the
/// order of the commits, on every database that Orchard Core runs on.
/// </remarks>
internal sealed class TenantCounters(ISession session, Schema schema) : ICounters
{
    private const string Changes = "changes";

    /// <summary>Draws the number of a change.</summary>
    public Task<long> NextChangeAsync() => DrawAsync(Changes, CancellationToken.None);

    /// <inheritdoc/>
    public async Task<long> NextAsync(string name, CancellationToken cancellationToken = default)
    {
        await HoldAsync(cancellationToken);
        return await DrawAsync("n/" + name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default)
    {
        await HoldAsync(cancellationToken);
        return await FindAsync("n/" + name, cancellationToken) ?? 0;
    }

    /// <inheritdoc/>
    public async Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default)
    {
        await HoldAsync(cancellationToken);
        var key = "n/" + name;
        if (await FindAsync(key, cancellationToken) is not { } known)
            await ExecuteAsync($"INSERT INTO {schema.Counters} ({schema.Column("Name")}, {schema.Column("Value")}) VALUES (@name, @value)", key, used, cancellationToken);
        else if (known < used)
            await ExecuteAsync($"UPDATE {schema.Counters} SET {schema.Column("Value")} = @value WHERE {schema.Column("Name")} = @name", key, used, cancellationToken);
    }

    /// <summary>Lets nobody else draw until the transaction ends, also a counter that is not there yet.</summary>
    private Task<int> HoldAsync(CancellationToken cancellationToken) =>
        ExecuteAsync($"UPDATE {schema.Counters} SET {schema.Column("Value")} = {schema.Column("Value")} + @value WHERE {schema.Column("Name")} = @name", Changes, 0, cancellationToken);

    private async Task<long> DrawAsync(string name, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE {schema.Counters} SET {schema.Column("Value")} = {schema.Column("Value")} + @value WHERE {schema.Column("Name")} = @name";
        if (await ExecuteAsync(sql, name, 1, cancellationToken) == 0)
            await ExecuteAsync($"INSERT INTO {schema.Counters} ({schema.Column("Name")}, {schema.Column("Value")}) VALUES (@name, @value)", name, 1, cancellationToken);
        return await FindAsync(name, cancellationToken) ?? throw new InvalidOperationException($"计数器“{name}”没有写入数据库。");
    }

    private async Task<long?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync($"SELECT {schema.Column("Value")} FROM {schema.Counters} WHERE {schema.Column("Name")} = @name", name, null, cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    }

    private async Task<int> ExecuteAsync(string sql, string name, long value, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(sql, name, value, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<DbCommand> CommandAsync(string sql, string name, long? value, CancellationToken cancellationToken)
    {
        var transaction = await session.BeginTransactionAsync(cancellationToken);
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        Add(command, "@name", name);
        if (value is { } given)
            Add(command, "@value", given);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
