using Gongkai.Content;
using Gongkai.Search.Help;
using Gongkai.Search.Indexing;
using Gongkai.Search.Listing;
using Gongkai.Search.Log;
using Gongkai.Search.Passages;
using Gongkai.Search.Phrases;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Recipes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search;

/// <summary>Registers the search.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds search, lists and counts over the ports of Gongkai.Content. The home lets the change followers catch up: once before it serves, then after every change.</summary>
    public static IServiceCollection AddGongkaiSearch(this IServiceCollection services)
    {
        services.AddSingleton<IndexBuilder>();
        // One for each who follows: its pace is its own.
        services.AddTransient<IndexUpdates>();
        services.AddSingleton<IndexFollower>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<IndexFollower>());
        services.AddSingleton<VocabularyFollower>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<VocabularyFollower>());
        services.AddSingleton(RankingWeights.Default);
        services.AddSingleton<RequestRun>();
        services.AddSingleton<ISearch, LuceneSearch>();
        services.AddSingleton<IPublicItems, PublicItems>();
        services.AddSingleton<ISearchLists, SearchLists>();
        services.AddSingleton<IPassages, ItemPassages>();
        services.AddSingleton<IPinyin, PinyinReader>();
        services.TryAddSingleton(new SearchLogOptions(SearchLogOptions.DefaultDays));
        services.AddSingleton<FrequentQueries>();
        services.AddSingleton<ISearchHelp, SearchHelp>();
        // A home without a store counts and forgets.
        services.AddSingleton<ISearchLog>(provider => new SearchLog(
            provider.GetService<ISearchLogStore>(), provider.GetRequiredService<FrequentQueries>(), provider.GetRequiredService<SiteSettings>(),
            provider.GetRequiredService<SearchLogOptions>(), provider.GetRequiredService<ILogger<SearchLog>>()));
        services.AddSingleton<SearchLogWriting>();
        services.AddSingleton(provider => new SearchIndex(
            provider.GetRequiredService<IndexFollower>(),
            provider.GetRequiredService<IndexBuilder>(),
            provider.GetRequiredService<IChangeFeed>(),
            provider.GetRequiredService<IUnitOfWork>()));
        return services;
    }

    /// <summary>Adds the recipe steps about indexes, for a home that reads recipes by Gongkai.Recipes.</summary>
    public static IServiceCollection AddGongkaiSearchSteps(this IServiceCollection services)
    {
        services.AddScoped<ProfilesOfRun>();
        services.AddScoped<IRecipeStep, IndexProfileStep>();
        services.AddScoped<IRecipeStep, LegacyIndexStep>();
        foreach (var (step, property) in (ReadOnlySpan<(string, string)>)[("RebuildIndex", "indexNames"), ("ResetIndex", "indexNames"), ("lucene-index-rebuild", "Indices"), ("lucene-index-reset", "Indices")])
        {
            services.AddScoped<IRecipeStep>(provider => new RebuildIndexStep(
                step, property, provider.GetRequiredService<SiteSettings>(), provider.GetRequiredService<ProfilesOfRun>(), provider.GetRequiredService<SearchIndex>()));
        }

        return services;
    }
}
