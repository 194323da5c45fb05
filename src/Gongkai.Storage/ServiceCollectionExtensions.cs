using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>Registers the storage.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the storage and the ports that it serves. The home calls <see cref="StorageDatabase.PrepareAsync"/> before anything else.</summary>
    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static IServiceCollection AddGongkaiStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        var options = new StorageOptions();
        configure(options);
        var engine = StorageEngine.Of(options);
        engine.AddContexts(services);

        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<ItemQueries>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<StorageWriter>();
        services.AddSingleton<StoredDefinitions>();
        services.AddSingleton<StoredSettings>();
        services.AddSingleton(provider => new ChangeFollowing(
            provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<ChangeSignal>(), provider.GetRequiredService<StoredDefinitions>(),
            provider.GetRequiredService<StoredSettings>(), provider.GetServices<IChangeFollower>(), provider.GetRequiredService<ILogger<ChangeFollowing>>()));
        services.AddSingleton(provider => new StorageDatabase(
            engine, provider.GetRequiredService<IDbContextFactory<StorageContext>>(), provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<StoredDefinitions>(), provider.GetRequiredService<StoredSettings>()));
        services.AddSingleton(provider => new StorageCheck(
            provider.GetRequiredService<IDbContextFactory<StorageContext>>(), provider.GetRequiredService<StoredDefinitions>()));

        services.AddSingleton<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddSingleton<IContentDefinitions>(provider => provider.GetRequiredService<StoredDefinitions>());
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<StoredSettings>());
        services.AddSingleton<IMediaReferences, MediaReferences>();
        services.AddScoped<ReaderContexts>();
        services.AddScoped<IContentReader, ContentReader>();
        services.AddScoped<IContentManager, ContentManager>();
        return services;
    }
}
