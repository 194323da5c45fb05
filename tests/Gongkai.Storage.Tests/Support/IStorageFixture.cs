using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>An engine under test: one empty database, on which several processes can run.</summary>
public interface IStorageFixture : IAsyncDisposable
{
    DatabaseProvider Provider { get; }

    string ConnectionString { get; }

    /// <summary>A process of its own on the database: prepared, with nothing but the test's definitions to come.</summary>
    Task<TestSite> OpenAsync(Action<IServiceCollection>? configure = null);

    /// <summary>Changes the database behind the storage's back.</summary>
    Task ExecuteSqlAsync(string sql);
}

/// <summary>What the fixtures of all engines do alike.</summary>
public abstract class StorageFixture(DatabaseProvider provider) : IStorageFixture
{
    private readonly List<TestSite> _sites = [];

    public DatabaseProvider Provider { get; } = provider;

    public abstract string ConnectionString { get; }

    public async Task<TestSite> OpenAsync(Action<IServiceCollection>? configure = null)
    {
        var site = await TestSite.OpenAsync(options => (options.Provider, options.ConnectionString) = (Provider, ConnectionString), configure);
        _sites.Add(site);
        return site;
    }

    public async Task ExecuteSqlAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites)
            await site.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<System.Data.Common.DbConnection> ConnectAsync();

    protected abstract Task RemoveAsync();
}
