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
            .AddSingleton<ThemeFiles>()
            .AddSingleton<LiquidEngine>()
            .AddSingleton<IPageRenderer, PageRenderer>()
            .AddSingleton<ILiquid, LiquidPatterns>();
    }

    /// <summary>Serves the theme's static files at <c>/&lt;ThemeName&gt;/…</c>; its templates are never served.</summary>
    public static IApplicationBuilder UseGongkaiTheme(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<ThemeFiles>().Use(app);
        return app;
    }
}
