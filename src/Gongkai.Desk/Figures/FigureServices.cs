using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Figures;

/// <summary>Registers what the report needs.</summary>
internal static class FigureServices
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddScoped<SeenFigures>();
        services.AddSingleton<FigureLabels>();
        services.AddSingleton<FigureSentences>();
        return services;
    }
}
