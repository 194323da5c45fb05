using Gongkai.Content;
using Gongkai.Web;

namespace OrchardSite.Pages;

/// <summary>Shows an item as its page would be, drafts too: the HTML that publication derives is derived on the spot.</summary>
internal sealed class ItemPreview(IEnumerable<IItemPage> pages, PlainPage plain, IItemRenderer items, IContentDefinitions definitions, IMarkup markup) : IItemPreview
{
    public async Task ShowAsync(HttpContext http, ContentItem item)
    {
        var html = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in IndexContribution.Of(item, definitions.Current).Markup)
            html[entry.Key] = markup.ToHtml(entry.Source, entry.Format);
        var built = pages.FirstOrDefault(page => page.ContentType == item.ContentType) is { } page
            ? await page.BuildAsync(item, QueryCollection.Empty, http.RequestAborted)
            : await plain.BuildAsync(item, html, QueryCollection.Empty, http.RequestAborted);
        if (built is var (model, metadata))
            await items.RenderItemAsync(http, item, html, model, metadata with { NoIndex = true, Canonical = null });
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
