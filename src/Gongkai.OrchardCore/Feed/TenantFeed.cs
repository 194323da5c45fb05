using System.Data.Common;
using System.Globalization;
using Gongkai.Content;

namespace Gongkai.OrchardCore.Feed;

/// <summary>The change feed: the items' rows and the site's, by their number.</summary>
internal sealed class TenantFeed(Schema schema) : IChangeFeed
{
    /// <summary>The name of the row about the definitions.</summary>
    public const string Definitions = "definitions";

    public async Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default)
    {
        if (!await schema.IsReadyAsync())
            return [];
        await using var connection = await schema.OpenAsync(cancellationToken);
        var changes = await ReadAsync(connection, Schema.ChangeTable, "ContentItemId", "ContentType", after, count, ItemChange, cancellationToken);
        changes.AddRange(await ReadAsync(connection, Schema.SiteChangeTable, "Name", "Name", after, count, SiteChange, cancellationToken));
        return [.. changes.OrderBy(change => change.Sequence).Take(count)];
    }

    public async Task<long> GetLastAsync(CancellationToken cancellationToken = default)
    {
        if (!await schema.IsReadyAsync())
            return 0;
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {schema.Column("Value")} FROM {schema.Counters} WHERE {schema.Column("Name")} = 'changes'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken) ?? 0, CultureInfo.InvariantCulture);
    }

    private async Task<List<Change>> ReadAsync(
        DbConnection connection, string table, string id, string type, long after, int count, Func<long, string, string, Change> make, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        var builder = schema.From(table);
        var sequence = schema.Column("Sequence");
        builder.Selector($"{sequence}, {schema.Column(id)}, {schema.Column(type)}");
        builder.WhereAnd(string.Create(CultureInfo.InvariantCulture, $"{sequence} > {after}"));
        builder.OrderBy(sequence);
        builder.Take(count.ToString(CultureInfo.InvariantCulture));
        command.CommandText = builder.ToSqlString();
        var changes = new List<Change>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            changes.Add(make(Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetString(1), reader.GetString(2)));
        return changes;
    }

    private static Change ItemChange(long sequence, string id, string type) => new(sequence, ChangeSubject.Item, id, type);

    private static Change SiteChange(long sequence, string name, string type) =>
        name == Definitions ? new(sequence, ChangeSubject.Definitions, "", "") : new(sequence, ChangeSubject.Settings, name, "");
}
