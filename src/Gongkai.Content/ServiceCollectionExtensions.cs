using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Content;

/// <summary>Registers the model's own services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds what both homes share. The home adds the ports.</summary>
    public static IServiceCollection AddGongkaiContent(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BackgroundUser>();
        services.TryAddSingleton<ICurrentUser, NoUser>();
        services.AddSingleton<ReservedRoutes>();
        services.AddSingleton<ContentValidator>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<SiteCalendar>();
        services.AddSingleton<Taxonomies>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<Taxonomies>());
        return services;
    }

    /// <summary>Adds the rule of who may do what at the desk. The home adds <see cref="IAccounts"/>; Orchard Core has its own.</summary>
    public static IServiceCollection AddGongkaiPermissions(this IServiceCollection services) => services.AddSingleton<IPermissions>(provider => new PermissionRules(
        provider.GetRequiredService<ISettings>(), () => provider.GetRequiredService<Taxonomies>().Current, provider.GetRequiredService<IAccounts>()));

    /// <summary>Adds what lets the registered <see cref="IChangeFollower"/>s follow the feed. The home runs it.</summary>
    public static IServiceCollection AddGongkaiFollowing(this IServiceCollection services) => services.AddSingleton<ChangeSignal>().AddSingleton<ChangeFollowing>().AddSingleton<Foreground>();

    /// <summary>Adds what a home that keeps the content itself does at a change: generated titles and routes, schedules, what pickers allow. Orchard Core's parts do it there.</summary>
    public static IServiceCollection AddGongkaiLifecycle(this IServiceCollection services)
    {
        services.AddScoped<IContentHandler, ReferenceTypesHandler>();
        services.AddScoped<IContentHandler, GeneratedTextHandler>();
        services.AddScoped<IContentHandler, AutorouteHandler>();
        services.AddScoped<IContentHandler, ScheduleHandler>();
        services.AddScoped<ItemCopies>();
        services.AddScoped<JointPublication>();
        return services;
    }
}
