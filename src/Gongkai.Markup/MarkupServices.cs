using Gongkai.Content;
using Gongkai.Markup.Pasting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Markup;

/// <summary>Adds the markup pipeline to a home.</summary>
public static class MarkupServices
{
    /// <summary>Supplies <see cref="IMarkup"/> and <see cref="IPastedHtml"/>, one instance for the whole process.</summary>
    public static IServiceCollection AddGongkaiMarkup(this IServiceCollection services) => services
        .AddSingleton<IMarkup, MarkupPipeline>()
        .AddSingleton<IPastedHtml, OfficePaste>();
}
