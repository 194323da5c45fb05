using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace OrchardSite.Pages;

/// <summary>Every address that no module has: the public item whose route it is.</summary>
internal sealed class ContentPage(IContentReader reader, Taxonomies taxonomies, IEnumerable<IItemPage> pages, IPageRenderer renderer)
{
    /// <summary>Pages that the law asks for, and what a site says until its own are published (Regulation Art. 12).</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.OrdinalIgnoreCase)
    {
        ["guide"] = "政府信息公开指南",
        ["rules"] = "政府信息公开制度",
    };

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/{**path}", (HttpContext http, string path, ContentPage page) => page.ShowAsync(http, path)).WithName("OrchardSite.Content").ExcludeFromDescription();

    private async Task ShowAsync(HttpContext http, string path)
    {
        var cancellation = http.RequestAborted;
        if (await reader.FindRouteAsync(path, cancellation) is not { } target
            || await reader.GetAsync(target.ContentItemId, cancellationToken: cancellation) is not { } item || !item.IsPublic())
        {
            await MissAsync(http, path.Trim('/'));
        }
        else if (item.ContentType == "Taxonomy")
        {
            RedirectToCatalogue(http, target);
        }
        else
        {
            var page = pages.FirstOrDefault(candidate => candidate.ContentType == item.ContentType);
            var (model, metadata) = page is null ? Plain(item) : await page.BuildAsync(item, cancellation);
            await renderer.RenderItemAsync(http, item, await reader.GetHtmlAsync(item, cancellation), model, metadata);
        }
    }

    private async Task MissAsync(HttpContext http, string path)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (Expected.TryGetValue(path, out var title))
        {
            await renderer.RenderAsync(http, new("GongkaiMessage", new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Heading"] = title,
                ["Text"] = $"本站尚未发布{title}。可以先浏览信息公开目录，或用上方的搜索框查找。",
            }, title, StatusCodes.Status404NotFound));
        }
    }

    private void RedirectToCatalogue(HttpContext http, RouteTarget target)
    {
        if (taxonomies.Current.ById.GetValueOrDefault(target.ContentItemId) is not { } tree)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            http.Response.Redirect(target.ContainedItemId is { } term && tree.All.TryGetValue(term, out var found) ? found.Url : tree.Url);
    }

    private static (IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata) Plain(ContentItem item)
    {
        IReadOnlyList<Link> breadcrumb = [new("首页", "/"), new(item.DisplayText, "/" + AutoroutePart.RouteOf(item), IsCurrent: true)];
        return (new Dictionary<string, object?>(StringComparer.Ordinal) { ["Breadcrumb"] = breadcrumb }, new()
        {
            ColumnName = item.DisplayText,
            ColumnType = string.Equals(AutoroutePart.RouteOf(item), "guide", StringComparison.OrdinalIgnoreCase) ? "信息公开指南" : "概况信息",
            ArticleTitle = item.DisplayText,
            Canonical = "/" + AutoroutePart.RouteOf(item),
        });
    }
}
