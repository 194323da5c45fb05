using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Registers the page cache.</summary>
internal static class PageCacheServices
{
    /// <summary>Adds the cache. It follows the feed last, and notes what pages read: so it comes after everything that follows and everything that reads.</summary>
    public static IServiceCollection AddPageCache(this IServiceCollection services, PageCacheOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PageStore>();
        services.AddSingleton<PageReads>();
        services.AddSingleton<IItemReads>(provider => provider.GetRequiredService<PageReads>());
        services.AddSingleton<PageFollower>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<PageFollower>());
        services.Around<IContentReader, NotedContentReader>();
        services.Around<ISearch, NotedSearch>();
        services.Around<ISearchLists, NotedSearchLists>();
        services.Around<IPublicItems, NotedPublicItems>();
        return services;
    }

    /// <summary>Puts a service of ours around the registered one.</summary>
    private static void Around<TService, TOuter>(this IServiceCollection services)
        where TOuter : TService
    {
        var inner = services.Last(descriptor => descriptor.ServiceType == typeof(TService));
        services.Remove(inner);
        services.Add(new(typeof(TService), provider => ActivatorUtilities.CreateInstance<TOuter>(provider, InnerOf(provider))!, inner.Lifetime));

        object InnerOf(IServiceProvider provider) => inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!);
    }
}
