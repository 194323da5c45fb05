using Gongkai.Content;
using Gongkai.Desk.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Media;

/// <summary>Registers what the media library and the import of documents need.</summary>
internal static class MediaServices
{
    /// <summary>Adds them; the home has the ports.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<MediaUploads>()
        .AddSingleton<MediaKeeping>()
        .AddSingleton<MediaShelf>()
        .AddSingleton<WordDrafts>()
        .AddScoped<IContentHandler, PastedTextHandler>();
}
