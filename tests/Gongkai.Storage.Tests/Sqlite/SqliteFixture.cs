using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>SQLite in a folder that goes away afterwards.</summary>
public sealed class SqliteFixture : IStorageFixture
{
    private readonly List<TestSite> _sites = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-storage-").FullName;

    public string File => Path.Combine(Folder, "gongkai.db");

    public async Task<TestSite> OpenAsync(Action<IServiceCollection>? configure = null)
    {
        var site = await TestSite.OpenAsync(options => options.DataFolder = Folder, configure);
        _sites.Add(site);
        return site;
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites)
            await site.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={File}"))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
    }
}
