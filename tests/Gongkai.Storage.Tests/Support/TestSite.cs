using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Storage.Tests;

/// <summary>One process on a database: the storage and the model's own services, as a home puts them together.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestSite(ServiceProvider services) => _services = services;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    public IContentDefinitionStore Definitions => _services.GetRequiredService<IContentDefinitionStore>();

    public ISettingsStore Settings => _services.GetRequiredService<ISettingsStore>();

    public IChangeFeed Feed => _services.GetRequiredService<IChangeFeed>();

    public ChangeFollowing Following => _services.GetRequiredService<ChangeFollowing>();

    public Taxonomies Taxonomies => _services.GetRequiredService<Taxonomies>();

    public static async Task<TestSite> OpenAsync(Action<StorageOptions> storage, Action<IServiceCollection>? configure = null)
    {
        var site = Build(storage, configure);
        await site.Services.GetRequiredService<StorageDatabase>().PrepareAsync();
        return site;
    }

    /// <summary>A process that has not touched its database.</summary>
    public static IServiceProvider Unprepared(Action<StorageOptions> storage) => Build(storage, null).Services;

    private static TestSite Build(Action<StorageOptions> storage, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddGongkaiStorage(storage);
        services.AddGongkaiContent().AddGongkaiLifecycle();
        services.AddSingleton<IMarkup>(new TestMarkup("1"));
        services.AddSingleton<ILiquid, TestLiquid>();
        services.AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.Utc));
        services.AddSingleton(new ReservedRoute("catalogue"));
        TestSite? site = null;
        services.AddSingleton<TimeProvider>(_ => site!.Time);
        configure?.Invoke(services);
        return site = new(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }));
    }

    public async Task<ContentResult> ExecuteAsync(params ContentOperation[] operations)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations);
    }

    /// <summary>Executes and expects that nothing is refused.</summary>
    public async Task<ContentResult> DoAsync(params ContentOperation[] operations)
    {
        var result = await ExecuteAsync(operations);
        Assert.True(result.Succeeded, string.Join("\n", result.Results.SelectMany(one => one.Errors)));
        return result;
    }

    /// <summary>Executes, expects a refusal and returns its messages.</summary>
    public async Task<IReadOnlyList<ValidationError>> RefusedAsync(params ContentOperation[] operations)
    {
        var result = await ExecuteAsync(operations);
        Assert.False(result.Succeeded);
        return [.. result.Results.SelectMany(one => one.Errors)];
    }

    public async Task<ContentResult> CheckAsync(params ContentItem[] versions)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IImportCheck>().CheckAsync([.. versions.Select(version => new ImportVersion(version))]);
    }

    public Task<T> ReadAsync<T>(Func<IContentReader, Task<T>> read) => ReadAsync<IContentReader, T>(read);

    public async Task<T> ReadAsync<TPort, T>(Func<TPort, Task<T>> read)
        where TPort : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    public Task<ContentItem?> PublishedAsync(string id) => ReadAsync(reader => reader.GetAsync(id));

    public Task<ContentItem?> LatestAsync(string id) => ReadAsync(reader => reader.GetAsync(id, VersionOption.Latest));

    public Task<IReadOnlyList<ContentItem>> HistoryAsync(string id) => ReadAsync((IStoredVersions versions) => versions.HistoryAsync(id));

    public async Task<IReadOnlyList<Change>> ChangesAsync() => await Feed.ReadAsync(0, int.MaxValue);

    /// <summary>What the check finds in the database.</summary>
    public Task<IReadOnlyList<string>> FaultsAsync() => _services.GetRequiredService<StorageCheck>().FindFaultsAsync();

    /// <summary>The definitions and the taxonomy that the suite works with.</summary>
    public async Task<TestSite> WithSampleAsync()
    {
        await Definitions.SaveAsync(Sample.Types, Sample.Parts);
        await DoAsync(new ImportVersion(Sample.Topics()));
        return this;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
