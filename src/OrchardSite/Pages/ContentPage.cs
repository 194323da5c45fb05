using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;

namespace OrchardSite.Pages;

/// <summary>Every address that no module has: the public item whose route it is.</summary>
internal sealed class ContentPage(IContentReader reader, Taxonomies taxonomies, IEnumerable<IItemPage> pages, PlainPage plain, IPageRenderer renderer, IItemRenderer items, FormerPage former)
{
    /// <summary>Pages that the law asks for, and what a site says until its own are published (Regulation Art. 12).</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.OrdinalIgnoreCase)
    {
        ["guide"] = "政府信息公开指南",
        ["rules"] = "政府信息公开制度",
    };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/Contents/ContentItems/{id}", (HttpContext http, string id, ContentPage page) => page.ShowByIdAsync(http, id)).WithName("OrchardSite.ContentItem").ExcludeFromDescription();
        endpoints.MapGet("/{**path}", (HttpContext http, string path, ContentPage page) => page.ShowByRouteAsync(http, path)).WithName("OrchardSite.Content").ExcludeFromDescription();
    }

    private async Task ShowByRouteAsync(HttpContext http, string path)
    {
        if (await reader.FindRouteAsync(path, http.RequestAborted) is not { } target || await FindPublicAsync(http, target.ContentItemId) is not { } item)
            await MissAsync(http, path.Trim('/'));
        else if (item.ContentType == "Taxonomy")
            RedirectToCatalogue(http, target);
        else
            await ShowAsync(http, item);
    }

    /// <summary>Orchard Core's address of an item that has no route; with one, that is where it is.</summary>
    private async Task ShowByIdAsync(HttpContext http, string id)
    {
        if (await FindPublicAsync(http, id) is not { } item)
            http.Response.StatusCode = await former.TryShowByIdAsync(http, id) ? http.Response.StatusCode : StatusCodes.Status404NotFound;
        else if (item.ContentType == "Taxonomy")
            RedirectToCatalogue(http, new(id, null));
        else if (AutoroutePart.RouteOf(item) is not null)
            http.Response.Redirect(http.Request.PathBase + AutoroutePart.UrlOf(item));
        else
            await ShowAsync(http, item);
    }

    private async Task ShowAsync(HttpContext http, ContentItem item)
    {
        var cancellation = http.RequestAborted;
        var html = await reader.GetHtmlAsync(item, cancellation);
        if (pages.FirstOrDefault(candidate => candidate.ContentType == item.ContentType) is { } page)
        {
            var (model, metadata) = await page.BuildAsync(item, http.Request.Query, cancellation);
            await items.RenderItemAsync(http, item, html, model, metadata);
        }
        else if (plain.IsMoreThanKnown(item, http.Request.Query))
        {
            http.Response.Redirect(http.Request.PathBase + AutoroutePart.UrlOf(item));
        }
        else if (await plain.BuildAsync(item, html, http.Request.Query, cancellation) is var (model, metadata))
        {
            await items.RenderItemAsync(http, item, html, model, metadata);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task<ContentItem?> FindPublicAsync(HttpContext http, string id) =>
        await reader.GetAsync(id, cancellationToken: http.RequestAborted) is { } item && item.IsPublic() ? item : null;

    private async Task MissAsync(HttpContext http, string path)
    {
        if (await former.TryShowByRouteAsync(http, path))
            return;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (Expected.TryGetValue(path, out var title))
        {
            await renderer.RenderAsync(http, new("GongkaiMessage", new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Heading"] = PageTexts.Of(title),
                ["Text"] = PageTexts.Of("本站尚未发布{0}。可以先浏览信息公开目录，或用上方的搜索框查找。", PageTexts.Of(title)),
            }, PageTexts.Of(title), StatusCodes.Status404NotFound));
        }
    }

    private void RedirectToCatalogue(HttpContext http, RouteTarget target)
    {
        if (taxonomies.Current.ById.GetValueOrDefault(target.ContentItemId) is not { } tree)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            http.Response.Redirect(http.Request.PathBase + (target.ContainedItemId is { } term && tree.All.TryGetValue(term, out var found) ? found.Url : tree.Url));
    }
}
