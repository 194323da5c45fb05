using System.Data.Common;
using YesSql;

namespace Gongkai.OrchardCore.Feed;

/// <summary>Our tables in the tenant's database: their names as SQL wants them, and whether they are there.</summary>
internal sealed class Schema(IStore store)
{
    /// <summary>Counters by name; one of them numbers the changes.</summary>
    public const string CounterTable = "GongkaiCounter";

    /// <summary>What changed beside the items: definitions, settings.</summary>
    public const string SiteChangeTable = "GongkaiSiteChange";

    /// <summary>What people searched for, by day.</summary>
    public const string SearchCountTable = "GongkaiSearchCount";

    /// <summary>The changed items: the table of <see cref="GongkaiChangeIndex"/>.</summary>
    public const string ChangeTable = nameof(GongkaiChangeIndex);

    private bool _isReady;

    /// <summary>The counters' table.</summary>
    public string Counters => Quote(CounterTable);

    /// <summary>The table of what changed beside the items.</summary>
    public string SiteChanges => Quote(SiteChangeTable);

    /// <summary>The table of what people searched for.</summary>
    public string SearchCounts => Quote(SearchCountTable);

    /// <summary>A query over a table, to which columns and conditions are added.</summary>
    public ISqlBuilder From(string table)
    {
        var builder = store.Configuration.SqlDialect.CreateBuilder(store.Configuration.TablePrefix);
        builder.Select();
        builder.Table(table, null, store.Configuration.Schema);
        return builder;
    }

    /// <summary>A column as SQL wants it.</summary>
    public string Column(string name) => store.Configuration.SqlDialect.QuoteForColumnName(name);

    /// <summary>A connection of its own, open: it sees what is committed.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        var connection = store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Whether the tables are there. Before the migration ran, what is saved is not noted: the first index is built of everything.</summary>
    public async ValueTask<bool> IsReadyAsync()
    {
        if (Volatile.Read(ref _isReady))
            return true;
        try
        {
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {Column("Value")} FROM {Counters} WHERE {Column("Name")} = 'changes'";
            if (await command.ExecuteScalarAsync() is null)
                return false;
        }
        catch (DbException)
        {
            return false;
        }

        MarkReady();
        return true;
    }

    /// <summary>The migration made the tables, in a transaction that only it sees as yet.</summary>
    public void MarkReady() => Volatile.Write(ref _isReady, true);

    private string Quote(string table) => store.Configuration.SqlDialect.QuoteForTableName(store.Configuration.TablePrefix + table, store.Configuration.Schema);
}
