using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.Net.Http.Headers;
using QRCoder;

namespace OrchardSite.Reading;

/// <summary>A page's address as a picture that a telephone reads: <c>/qr/PATH</c> is the code of <c>/PATH</c> on this site, and of nothing else.</summary>
internal static class QrCode
{
    /// <summary>The address's first segment, which content cannot take.</summary>
    public const string Segment = "qr";

    // Version 25 of the code: more becomes too fine for a telephone.
    private const int LongestAddress = 900;
    private const int Quiet = 4;
    private const int TagBytes = 12;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapRead($"/{Segment}/{{**path}}", Draw).WithName("OrchardSite.Qr").ExcludeFromDescription();

    private static IResult Draw(HttpContext http, SiteSettings site, string? path)
    {
        var address = SiteOrigin.Of(http, site) + new PathString("/" + path).ToUriComponent();
        if (address.Length > LongestAddress)
            return Results.StatusCode(StatusCodes.Status414UriTooLong);
        var svg = Encoding.UTF8.GetBytes(SvgOf(address));
        // Where no address is configured it is the request's own, and for nobody else.
        if (site.BaseUrl.Length > 0)
            http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(svg, "image/svg+xml", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg))[..TagBytes]}\""));
    }

    /// <summary>The picture: dark on white in every colour scheme, with the quiet zone that ISO/IEC 18004 asks for.</summary>
    internal static string SvgOf(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: false, utf8BOM: false, eciMode: QRCodeGenerator.EciMode.Default);
        // The library's matrix has the quiet zone of four modules already.
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = Quiet; y < rows.Count - Quiet; y++)
        {
            for (var x = Quiet; x < rows[y].Length - Quiet; x++)
            {
                var start = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>""");
    }
}
