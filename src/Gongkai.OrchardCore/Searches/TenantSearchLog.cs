using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Gongkai.OrchardCore.Feed;

namespace Gongkai.OrchardCore.Searches;

/// <summary>The counts of searches in a table of the tenant's database. They are no content: nothing of them is in the feed.</summary>
/// <remarks>A query is found by a hash of it, since some databases take é for e and カ for か.</remarks>
internal sealed class TenantSearchLog(Schema schema) : ISearchLogStore
{
    /// <summary>How long the hash of a query is, in hexadecimal digits.</summary>
    public const int MarkLength = 32;

    public async Task AddAsync(DateOnly day, IReadOnlyCollection<SearchCount> counts, int mostQueries, CancellationToken cancellationToken = default)
    {
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var size = command.With($"SELECT COUNT(DISTINCT {Mark}) FROM {Table} WHERE {Day} = @day", ("@day", TextOf(day)));
        var room = mostQueries - Convert.ToInt32(await size.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        foreach (var count in counts)
            room -= await AddAsync(command, TextOf(day), count, room > 0, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async IAsyncEnumerable<SearchLogEntry> ReadAsync(DateOnly? from, DateOnly? to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Days one after the other: no more than a day is in memory, and nothing of the database is held meanwhile.
        foreach (var day in await DaysAsync(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue, cancellationToken))
        {
            var counts = await CountsAsync(day, cancellationToken);
            foreach (var entry in counts.GroupBy(count => count.Query, StringComparer.Ordinal).Select(group => EntryOf(day, group))
                .OrderByDescending(entry => entry.Searches).ThenBy(entry => entry.Query, StringComparer.Ordinal))
                yield return entry;
        }
    }

    public async Task<IReadOnlyList<string>> FrequentAsync(DateOnly since, int leastCount, int leastDays, int most, CancellationToken cancellationToken = default)
    {
        // A row of searches is one day's.
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand().With(
            $"SELECT MIN({Query}) FROM {Table} WHERE {Position} = 0 AND {Results} > 0 AND {Day} >= @day GROUP BY {Mark} HAVING SUM({Count}) >= @count AND COUNT(*) >= @days ORDER BY SUM({Count}) DESC, {Mark}",
            ("@day", TextOf(since)), ("@count", (long)leastCount), ("@days", leastDays));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var queries = new List<string>();
        while (queries.Count < most && await reader.ReadAsync(cancellationToken))
            queries.Add(reader.GetString(0));
        return queries;
    }

    public async Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand().With($"DELETE FROM {Table} WHERE {Day} < @day", ("@day", TextOf(day)));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string Table => schema.SearchCounts;

    private string Day => schema.Column("Day");

    private string Mark => schema.Column("Mark");

    private string Query => schema.Column("Query");

    private string Position => schema.Column("Position");

    private string Count => schema.Column("Count");

    private string Results => schema.Column("Results");

    /// <summary>Adds a count; 1 when its query is new to the day.</summary>
    private async Task<int> AddAsync(DbCommand command, string day, SearchCount count, bool hasRoom, CancellationToken cancellationToken)
    {
        (string, object?)[] key = [("@day", day), ("@mark", MarkOf(count.Query)), ("@position", count.Position)];
        command.With($"UPDATE {Table} SET {Count} = {Count} + @count, {Results} = COALESCE(@results, {Results}) WHERE {Day} = @day AND {Mark} = @mark AND {Position} = @position",
            [.. key, ("@count", count.Count), ("@results", count.Results)]);
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
            return 0;
        command.With($"SELECT COUNT(*) FROM {Table} WHERE {Day} = @day AND {Mark} = @mark", key.AsSpan(0, 2));
        var isNew = Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0;
        if (isNew && !hasRoom)
            return 0;
        command.With($"INSERT INTO {Table} ({Day}, {Mark}, {Query}, {Position}, {Count}, {Results}) VALUES (@day, @mark, @query, @position, @count, @results)",
            [.. key, ("@query", count.Query), ("@count", count.Count), ("@results", count.Results)]);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return isNew ? 1 : 0;
    }

    private async Task<List<DateOnly>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand().With(
            $"SELECT DISTINCT {Day} FROM {Table} WHERE {Day} >= @from AND {Day} <= @to ORDER BY {Day}", ("@from", TextOf(from)), ("@to", TextOf(to)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var days = new List<DateOnly>();
        while (await reader.ReadAsync(cancellationToken))
            days.Add(DateOnly.ParseExact(reader.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return days;
    }

    private async Task<List<SearchCount>> CountsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await schema.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand().With($"SELECT {Query}, {Position}, {Count}, {Results} FROM {Table} WHERE {Day} = @day", ("@day", TextOf(day)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new List<SearchCount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts.Add(new(
                reader.GetString(0), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture), Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture),
                reader.IsDBNull(3) ? null : Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture)));
        }

        return counts;
    }

    private static SearchLogEntry EntryOf(DateOnly day, IGrouping<string, SearchCount> counts)
    {
        var searches = counts.FirstOrDefault(count => count.Position == 0);
        return new(day, counts.Key, searches?.Count ?? 0, searches?.Results,
            [.. counts.Where(count => count.Position > 0).OrderBy(count => count.Position).Select(count => KeyValuePair.Create(count.Position, count.Count))]);
    }

    private static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MarkOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)))[..MarkLength];
}
