using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Media;

/// <summary>The media library: its place in the left column, and what its pages' script sends and shows.</summary>
internal sealed class MediaArea : IDeskArea
{
    /// <inheritdoc/>
    public IEnumerable<DeskLink> LinksFor(DeskUser user) =>
    [
        new(DeskGroup.Tasks, 20, "/Documents/Import", "导入 Word 文档", Permissions.EditContent),
        new(DeskGroup.Structure, 10, "/Media/Index", "媒体库", Permissions.ManageMedia),
    ];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder desk)
    {
        var media = desk.MapGroup("/media").WithMetadata(new RequirePermissionAttribute(Permissions.AccessAdminPanel), new RequirePermissionAttribute(Permissions.ManageMedia));
        media.MapPost("/upload", UploadAsync).WithName("Gongkai.Desk.UploadMedia");
        media.MapGet("/raw/{**path}", ShowAsync).WithName("Gongkai.Desk.Media");
    }

    /// <summary>Takes one file and answers in JSON: its path, or the fault in words.</summary>
    private static async Task<IResult> UploadAsync(HttpContext http, IAntiforgery antiforgery, MediaUploads uploads, ICurrentUser current, DeskTexts texts)
    {
        if (!UploadLimitAttribute.Allow(http))
            return Fault(StatusCodes.Status413PayloadTooLarge, texts["文件太大，没有上传。一个文件最多 {0} MB。", uploads.MaximumLength / 1024 / 1024]);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Fault(StatusCodes.Status400BadRequest, texts["登录状态变了，没有上传。请在新窗口登录，刷新这一页再试。"]);
        if (http.Request.Form.Files is not [var file])
            return Fault(StatusCodes.Status400BadRequest, texts["没有收到文件，请重新选择。"]);
        try
        {
            await using var content = file.OpenReadStream();
            var description = new MediaDescription { AlternativeText = MediaTexts.Alternative(http.Request.Form["alternative"]), OriginalName = file.FileName, UploadedBy = current.User.Name };
            var taken = await uploads.TakeAsync(MediaNames.Folder(http.Request.Form["folder"]), file.FileName, content, description, http.RequestAborted);
            return Results.Json(new { path = taken.Path, isPicture = taken.Picture is not null, alternative = description.AlternativeText, note = MediaTexts.NoteOn(taken, texts) });
        }
        catch (MediaException fault)
        {
            return Fault(StatusCodes.Status422UnprocessableEntity, texts.Of(fault.Wording));
        }
    }

    /// <summary>Shows a file to editors, published or not: pictures are shown, everything else is saved. Nothing of it is kept by a browser.</summary>
    internal static async Task<IResult> ShowAsync(HttpContext http, string path, int? width, IMediaLibrary library, IMediaStore store, IPictures pictures)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (await store.FindAsync(path, http.RequestAborted) is not { } file || await library.OpenAsync(path, http.RequestAborted) is not { } content)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var type = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".gif" => "image/gif",
            ".bmp" => "image/bmp",
            _ => null,
        };
        if (type is not null && width is > 0 and <= 960 && await pictures.ReduceAsync(content, width.Value, http.RequestAborted) is { } reduced)
        {
            await content.DisposeAsync();
            return Results.Bytes(reduced.Content, reduced.Extension == "jpg" ? "image/jpeg" : "image/" + reduced.Extension);
        }

        content.Position = 0;
        if (type is null)
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = Path.GetFileName(file.Path) }.ToString();
        return Results.Stream(content, type ?? "application/octet-stream");
    }

    private static IResult Fault(int status, string message) => Results.Json(new { fault = message }, statusCode: status);
}
