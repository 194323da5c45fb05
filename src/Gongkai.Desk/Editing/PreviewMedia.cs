using System.Text;
using Gongkai.Content;
using Gongkai.Desk.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Desk.Editing;

/// <summary>The pictures and files of a preview: those that the previewed item uses, published or not, for whom has the link and as long as it is good.</summary>
internal static class PreviewMedia
{
    public const string Pattern = "/preview/{seal}/media/{**path}";
    public const string EndpointName = "Gongkai.Desk.PreviewMedia";

    /// <summary>Where the public has its files, as pages write it: at the start of a value, or of one more size of a picture.</summary>
    private static readonly string[] Starts = ["\"/media/", ", /media/"];

    /// <summary>Shows a file of the item that the link previews.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http, string seal, string path, int? width, PreviewLinks links, PreviewItems items, IContentDefinitions definitions, IMediaLibrary library, IMediaStore store, IPictures pictures) =>
        links.Open(seal) is { } target && await items.FindAsync(target, http.RequestAborted) is { } item && MediaUses.IsUsed(path, item, definitions.Current)
            ? await MediaArea.ShowAsync(http, path, width, library, store, pictures)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>Writes a page whose pictures and files are asked for below the preview's own address.</summary>
    public static async Task WithOwnAddressesAsync(HttpContext http, string seal, Func<Task> show)
    {
        var original = http.Features.Get<IHttpResponseBodyFeature>()!;
        using var page = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(page));
        try
        {
            await show();
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(original);
        }

        var html = Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
        foreach (var start in Starts)
            html = html.Replace(start, start.Replace("/media/", $"{http.Request.PathBase}{http.Request.Path}/media/", StringComparison.Ordinal), StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(html);
        http.Response.ContentLength = null;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
