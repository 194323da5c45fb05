using Gongkai.Content;
using Gongkai.OrchardCore.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Pages;

/// <summary>Gives the page of an item what its template shows beside the item: the derived HTML, links to other items, tags.</summary>
internal sealed class ItemDisplay(IServiceProvider services) : IContentDisplayHandler
{
    public async Task BuildDisplayAsync(Item contentItem, BuildDisplayContext context)
    {
        if (context.DisplayType is not ("" or null or "Detail"))
            return;
        if (services.GetServices<IItemPage>().FirstOrDefault(page => page.ContentType == contentItem.ContentType) is not { } page)
            return;
        var item = contentItem.ToOurs();
        var html = await services.GetRequiredService<IContentReader>().GetHtmlAsync(item);
        var (model, metadata) = await page.BuildAsync(item, services.GetService<IHttpContextAccessor>()?.HttpContext?.Request.Query ?? QueryCollection.Empty, CancellationToken.None);
        var properties = context.Shape.Properties;
        foreach (var (name, value) in model)
            properties[name] = value!;
        properties["Html"] = html.ToDictionary(entry => entry.Key, entry => (object)entry.Value, StringComparer.Ordinal);
        properties[ShapePages.MetadataProperty] = metadata;
        (await services.GetRequiredService<ILayoutAccessor>().GetLayoutAsync()).Properties[ShapePages.MetadataProperty] = metadata;
        await PageTags.RegisterAsync(services, metadata, item.DisplayText);
    }

    public Task BuildEditorAsync(Item contentItem, BuildEditorContext context) => Task.CompletedTask;

    public Task UpdateEditorAsync(Item contentItem, UpdateEditorContext context) => Task.CompletedTask;
}
