using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace OrchardSite.Pages;

/// <summary>What an address answers that once led to a public item: where it is now, or that it was withdrawn.</summary>
internal sealed class FormerPage(IFormerAddresses addresses, IContentReader reader, Taxonomies taxonomies, ItemViews views, IPageRenderer renderer)
{
    private const string Heading = "内容已撤下";
    private const string Text = "这个地址上的内容已经撤下，不再公开。";

    /// <summary>Answers for an address; false when no public item ever had it.</summary>
    public async Task<bool> TryShowByRouteAsync(HttpContext http, string path) => await TryShowAsync(http, await addresses.FindAsync(path, http.RequestAborted));

    /// <summary>Answers for an item's address by its id; false when it was not withdrawn.</summary>
    public async Task<bool> TryShowByIdAsync(HttpContext http, string contentItemId) => await TryShowAsync(http, await addresses.FindItemAsync(contentItemId, http.RequestAborted));

    private async Task<bool> TryShowAsync(HttpContext http, FormerAddress? former)
    {
        if (former is null)
            return false;
        if (former.IsGone)
        {
            await ShowGoneAsync(http, former);
            return true;
        }

        if (await UrlOfAsync(former, http.RequestAborted) is not { } url || string.Equals(Uri.UnescapeDataString(url), http.Request.Path.Value, StringComparison.OrdinalIgnoreCase))
            return false;
        http.Response.Redirect(http.Request.PathBase + url, permanent: true);
        return true;
    }

    private async Task<string?> UrlOfAsync(FormerAddress former, CancellationToken cancellationToken)
    {
        if (former.MovedToPath is { } path)
            return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var target = former.MovedTo!;
        if (taxonomies.Current.ById.GetValueOrDefault(target.ContentItemId) is { } tree)
            return target.ContainedItemId is { } term && tree.All.TryGetValue(term, out var found) ? found.Url : tree.Url;
        return await FindPublicAsync(target.ContentItemId, cancellationToken) is { } item ? AutoroutePart.UrlOf(item) : null;
    }

    private async Task ShowGoneAsync(HttpContext http, FormerAddress former)
    {
        var replacement = former.ReplacedBy is { } id && await FindPublicAsync(id, http.RequestAborted) is { } item ? new Link(views.TitleOf(item), AutoroutePart.UrlOf(item)) : null;
        http.Response.StatusCode = StatusCodes.Status410Gone;
        await renderer.RenderAsync(http, new("GongkaiGone", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = PageTexts.Of(Heading),
            ["Text"] = PageTexts.Of(Text),
            ["Explanation"] = former.Explanation,
            ["Replacement"] = replacement,
        }, PageTexts.Of(Heading), StatusCodes.Status410Gone)
        {
            Metadata = new() { NoIndex = true },
        });
    }

    private async Task<ContentItem?> FindPublicAsync(string contentItemId, CancellationToken cancellationToken) =>
        await reader.GetAsync(contentItemId, cancellationToken: cancellationToken) is { } item && item.IsPublic() ? item : null;
}
