using Gongkai.Content;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Storage;

/// <summary>Registers the storage.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the storage and the ports that it serves, ahead of whatever else follows the feed. The home has data protection, and calls <see cref="StorageDatabase.PrepareAsync"/> before anything else.</summary>
    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static IServiceCollection AddGongkaiStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        var options = new StorageOptions();
        configure(options);
        var engine = StorageEngine.Of(options);
        engine.AddContexts(services);

        services.AddSingleton<ItemQueries>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<StorageWriter>();
        services.TryAddSingleton<IAuditOrigin, NoOrigin>();
        services.AddSingleton<AuditScribe>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<IAuditRetention, AuditRetention>();
        services.AddSingleton<StoredDefinitions>();
        services.AddSingleton<StoredSettings>();
        // Before everything else that follows: it may use both.
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StoredDefinitions>());
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StoredSettings>());
        services.AddGongkaiFollowing();
        services.AddSingleton(provider => new StorageDatabase(
            engine, provider.GetRequiredService<IDbContextFactory<StorageContext>>(), provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<StoredDefinitions>(), provider.GetRequiredService<StoredSettings>()));
        services.AddSingleton(provider => new StorageCheck(
            provider.GetRequiredService<IDbContextFactory<StorageContext>>(), provider.GetRequiredService<StoredDefinitions>()));

        services.AddSingleton(provider => new StorageBackup(engine, provider.GetRequiredService<IDbContextFactory<StorageContext>>()));
        services.AddSingleton(provider => new StorageRestore(engine, provider.GetRequiredService<IDbContextFactory<StorageContext>>()));

        services.AddSingleton(provider => new AddressesBelow(provider.GetRequiredService<IDbContextFactory<StorageContext>>()));
        services.AddSingleton<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddSingleton<IContentDefinitions>(provider => provider.GetRequiredService<StoredDefinitions>());
        services.AddSingleton<IContentDefinitionStore>(provider => provider.GetRequiredService<StoredDefinitions>());
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<StoredSettings>());
        services.AddSingleton<ISettingsStore>(provider => provider.GetRequiredService<StoredSettings>());
        services.AddSingleton<IMediaReferences, MediaReferences>();
        services.AddSingleton<ISearchLogStore, SearchLogStore>();
        services.AddSingleton<ISearchedQueries, SearchedQueryReader>();
        services.AddSingleton<IWorkingCopies, WorkingCopies>();
        services.AddSingleton<SealedTexts>();
        services.AddSingleton<KeyedHashes>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<ISubscriptions, SubscriptionStore>();
        services.AddSingleton<IErrorReports, ErrorReports>();
        services.AddSingleton<IUsefulCounts, UsefulCounts>();
        services.AddSingleton<IReviewRecords, ReviewRecords>();
        services.AddSingleton<ILeases, Leases>();
        services.AddSingleton<IFreshness, Freshness>();
        services.AddSingleton<IOutsideLinks, OutsideLinks>();
        services.AddSingleton<ISiteCheckRecords, SiteCheckRecords>();
        services.AddSingleton<AccountJson>();
        services.AddSingleton<StoredAccounts>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StoredAccounts>());
        services.AddSingleton<IAccounts>(provider => provider.GetRequiredService<StoredAccounts>());
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<ReaderContexts>();
        services.AddScoped<ContentReader>();
        services.AddScoped<IContentReader>(provider => provider.GetRequiredService<ContentReader>());
        services.AddScoped<IStoredVersions>(provider => provider.GetRequiredService<ContentReader>());
        services.AddScoped<IItemLists, ItemLists>();
        services.AddScoped<ICountedItems, CountedItems>();
        services.AddSingleton<IDeskJobs, DeskJobs>();
        services.AddScoped<IFormerAddresses, FormerAddresses>();
        services.AddScoped<ITermUses, TermUseReader>();
        services.AddScoped<ContentManager>();
        services.AddScoped<IContentManager>(provider => provider.GetRequiredService<ContentManager>());
        services.AddScoped<IImportCheck>(provider => provider.GetRequiredService<ContentManager>());
        return services;
    }
}
