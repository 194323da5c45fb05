using Gongkai.Content;
using Gongkai.Theming.Files;
using Gongkai.Theming.Liquid;
using Gongkai.Theming.Templates;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming;

/// <summary>Registers theming and serves the theme's files.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the renderer of pages and of patterns.</summary>
    public static IServiceCollection AddGongkaiTheming(this IServiceCollection services, Action<ThemingOptions> configure)
    {
        var options = new ThemingOptions();
        configure(options);
        return services
            .AddSingleton(options)
            .AddSingleton<TemplateStore>()
            .AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<TemplateStore>())
            .AddSingleton<ThemeFiles>()
            .AddSingleton<LiquidEngine>()
            .AddSingleton<IThemes, Themes>()
            .AddSingleton<PageRenderer>()
            .AddSingleton<IPageRenderer>(provider => provider.GetRequiredService<PageRenderer>())
            .AddSingleton<IItemRenderer>(provider => provider.GetRequiredService<PageRenderer>())
            .AddSingleton<ILiquid, LiquidPatterns>();
    }

    /// <summary>The themes that there are now, by name: the first segments of their files' addresses.</summary>
    public static IReadOnlyList<string> ThemesIn(string folder) => Themes.NamesIn(folder);

    /// <summary>Serves the themes' static files at <c>/&lt;ThemeName&gt;/…</c>; its templates are never served.</summary>
    public static IApplicationBuilder UseGongkaiTheme(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<ThemeFiles>().Use(app);
        return app;
    }
}
