using Gongkai.Content;
using Gongkai.Desk.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Media;

/// <summary>Lets a page take files up to the site's own limit.</summary>
internal sealed class UploadLimitAttribute : BodyLimitAttribute
{
    private const int MostAtOnce = 20;
    private const long Around = 1L << 20;

    /// <summary>Prepares a request to be read; whether it may be.</summary>
    public static bool Allow(HttpContext http)
    {
        var most = (http.RequestServices.GetRequiredService<IMediaStore>().MaximumLength * MostAtOnce) + Around;
        return BodyLimit.Allow(http.Request, most, new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = 1 << 24 });
    }

    /// <inheritdoc/>
    protected override bool MayRead(HttpContext http) => Allow(http);
}
