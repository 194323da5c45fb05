using Gongkai.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Extensions;
using OrchardCore.DisplayManagement.Layout;

namespace Gongkai.OrchardCore.Pages;

/// <summary>Renders a module's page as a shape of the template's name, inside the tenant's theme with its layers, menus and notifications.</summary>
internal sealed class ShapePages : IPageRenderer
{
    /// <summary>The model's name for the page's national tags; a layout reads it too.</summary>
    public const string MetadataProperty = "PageMetadata";

    private const string View = "/Areas/Gongkai.OrchardCore/Views/GongkaiPage.cshtml";

    public async Task RenderAsync(HttpContext http, Page page)
    {
        var services = http.RequestServices;
        var shape = await services.GetRequiredService<IShapeFactory>().CreateAsync(page.Template);
        foreach (var (name, value) in page.Model)
            shape.Properties[name] = value!;
        shape.Properties[MetadataProperty] = page.Metadata;
        (await services.GetRequiredService<ILayoutAccessor>().GetLayoutAsync()).Properties[MetadataProperty] = page.Metadata;
        await PageTags.RegisterAsync(services, page.Metadata, page.Title);

        http.Response.StatusCode = page.Status;
        var action = await http.GetActionContextAsync();
        await new ViewResult
        {
            ViewName = View,
            StatusCode = page.Status,
            ViewData = new(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = shape },
            TempData = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http),
        }.ExecuteResultAsync(action);
    }
}
