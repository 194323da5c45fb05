using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>An engine under test: one empty database, on which several processes can run.</summary>
public interface IStorageFixture : IAsyncDisposable
{
    /// <summary>A process of its own on the database: prepared, with nothing but the test's definitions to come.</summary>
    Task<TestSite> OpenAsync(Action<IServiceCollection>? configure = null);
}
