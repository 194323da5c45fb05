using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Files;

/// <summary>Serves the desk's files below <c>/admin/files/</c>: for ever where the address has their version, else asked for each time.</summary>
internal static class DeskFileEndpoint
{
    public static void Map(IEndpointRouteBuilder desk) =>
        desk.MapGet("/files/{**path}", (HttpContext http, string path, string? v) => Answer(http, path, v)).WithMetadata(new AllowAnonymousAttribute()).WithName("Gongkai.Desk.File");

    private static IResult Answer(HttpContext http, string path, string? version)
    {
        if (DeskFiles.Find(path) is not { } file)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = version == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Version}\""));
    }
}
