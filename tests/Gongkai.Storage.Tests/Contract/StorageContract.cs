using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What every engine must do. A test opens as many processes as it needs.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    protected IStorageFixture Fixture { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Fixture = await CreateFixtureAsync();
    }

    public async Task DisposeAsync() => await Fixture.DisposeAsync();

    protected abstract Task<IStorageFixture> CreateFixtureAsync();

    protected async Task<TestSite> OpenAsync(Action<IServiceCollection>? configure = null) => await (await Fixture.OpenAsync(configure)).WithSampleAsync();
}
