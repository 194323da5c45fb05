using Gongkai.Content;
using Gongkai.Desk.Requests;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;
using Gongkai.Review.Plain;
using Gongkai.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Editing;

/// <summary>What the edit page's script sends and asks for, and the previews.</summary>
internal sealed class EditingArea : IDeskArea
{
    // A text with pictures described in it, not a library.
    private const int LongestSource = 1 << 20;

    /// <inheritdoc/>
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Tasks, 10, "/Content/Create", "新建内容", Permissions.EditContent)];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder desk)
    {
        var editing = desk.MapGroup("/editing").WithMetadata(new RequirePermissionAttribute(Permissions.AccessAdminPanel), new RequirePermissionAttribute(Permissions.EditContent));
        editing.MapPost("/keep/{id}", KeepAsync).WithName("Gongkai.Desk.KeepWorkingCopy").WithMetadata(new WhileTypingAttribute());
        editing.MapPost("/see/{id}", SeeAsync).WithName("Gongkai.Desk.SeeEditors").WithMetadata(new WhileTypingAttribute());
        editing.MapPost("/markup", MarkupAsync).WithName("Gongkai.Desk.Markup").WithMetadata(new WhileTypingAttribute());
        editing.MapGet("/pick", PickAsync).WithName("Gongkai.Desk.PickItems");
        editing.MapPost("/plain", PlainAsync).WithName("Gongkai.Desk.PlainHints").WithMetadata(new WhileTypingAttribute());
        editing.MapGet("/passages", PassagesAsync).WithName("Gongkai.Desk.Passages");
        desk.MapGet("/preview/{seal}", PreviewAsync).WithName("Gongkai.Desk.Preview").WithMetadata(new AllowAnonymousAttribute());
        desk.MapGet(PreviewMedia.Pattern, PreviewMedia.ShowAsync).WithName(PreviewMedia.EndpointName).WithMetadata(new AllowAnonymousAttribute());
    }

    private static async Task<IResult> KeepAsync(HttpContext http, string id, IAntiforgery antiforgery, WorkingCopyKeeping keeping, DeskTexts texts)
    {
        if (!FormLimitAttribute.Allow(http.Request))
            return Problem(StatusCodes.Status413PayloadTooLarge, texts["内容太长，没有暂存。一条内容最多 4 MB，请把长文拆成几条。"]);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Problem(StatusCodes.Status400BadRequest, texts["登录状态变了，没有暂存。请在新窗口登录后继续，这一页上的内容还在。"]);
        var kept = await keeping.KeepAsync(id, EditForm.Of(http.Request.Form), http.RequestAborted);
        return kept.Fault is { } fault ? Problem(kept.Status, fault) : Results.Json(new { text = kept.Text, others = kept.Others });
    }

    private static async Task<IResult> SeeAsync(HttpContext http, string id, IAntiforgery antiforgery, WorkingCopyKeeping keeping)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return Results.Json(new { others = await keeping.SeeAsync(id, http.RequestAborted) });
    }

    private static async Task<IResult> MarkupAsync(HttpContext http, IAntiforgery antiforgery, IMarkup markup, IPermissions permissions, ICurrentUser current, LinkGenerator links)
    {
        if (http.Request.ContentLength is not { } length || length > 4 * LongestSource)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var source = http.Request.Form["source"].ToString();
        if (source.Length > LongestSource)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var html = markup.ToHtml(source, http.Request.Form["format"] == "html" ? MarkupFormat.Html : MarkupFormat.Markdown);
        // Pictures that no public item shows yet, from where editors have them.
        if (permissions.IsAllowed(current.User, Permissions.ManageMedia) && links.GetPathByName(http, "Gongkai.Desk.Media", new { path = "" }) is { } media)
            html = html.Replace(" src=\"/media/", $" src=\"{media.TrimEnd('/')}/", StringComparison.Ordinal);
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> PickAsync(HttpContext http, string? types, string? q, ItemPicking picking) => Results.Json(
        (await picking.FindAsync((types ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), q ?? "", http.RequestAborted)).Select(item => new { id = item.Id, title = item.Title, note = item.Note }));

    private static async Task<IResult> PlainAsync(HttpContext http, IAntiforgery antiforgery, PlainLanguageSource plain, DeskTexts texts)
    {
        if (http.Request.ContentLength is not { } length || length > 4 * LongestSource)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var source = http.Request.Form["source"].ToString();
        if (source.Length > LongestSource)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return Results.Json(plain.Current.Of(source).Select(hint => new { excerpt = hint.Kind == PlainHintKind.UnexplainedTerm ? "" : hint.Excerpt, message = texts.Of(hint.Message) }));
    }

    private static async Task<IResult> PassagesAsync(HttpContext http, string? items, string? q, PassageOffers offers) => Results.Json(
        (await offers.OfAsync((items ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), q, http.RequestAborted))
            .Select(offer => new { id = offer.ContentItemId, title = offer.Title, anchor = offer.Passage.Anchor, label = offer.Passage.Label, text = PassageEditor.Cut(offer.Passage.Text) }));

    private static async Task PreviewAsync(HttpContext http, string seal, PreviewLinks links, PreviewItems items)
    {
        var headers = http.Response.Headers;
        (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        if (links.Open(seal) is { } target && await items.FindAsync(target, http.RequestAborted) is { } item)
            await PreviewMedia.WithOwnAddressesAsync(http, seal, () => http.RequestServices.GetRequiredService<IItemPreview>().ShowAsync(http, item));
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static IResult Problem(int status, string message) => Results.Json(new { fault = message }, statusCode: status);
}
