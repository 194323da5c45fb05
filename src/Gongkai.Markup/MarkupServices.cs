using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Markup;

/// <summary>Adds the markup pipeline to a home.</summary>
public static class MarkupServices
{
    /// <summary>Supplies <see cref="IMarkup"/>, one instance for the whole process.</summary>
    public static IServiceCollection AddGongkaiMarkup(this IServiceCollection services) => services.AddSingleton<IMarkup, MarkupPipeline>();
}
