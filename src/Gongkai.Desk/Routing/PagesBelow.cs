using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Gongkai.Desk.Routing;

/// <summary>Puts every page below the desk's address, and writes its name as addresses are written; links are made by page name, so they follow.</summary>
/// <param name="path">The desk's address, as <c>/admin</c>.</param>
internal sealed class PagesBelow(string path) : IPageRouteModelConvention
{
    private static readonly KebabCase Kebab = new();

    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors)
        {
            if (selector.AttributeRouteModel is not { } route)
                continue;
            var page = selector.EndpointMetadata.OfType<PageRouteMetadata>().FirstOrDefault();
            var below = page is null
                ? route.Template?.TrimStart('~', '/')
                : AttributeRouteModel.CombineTemplates(string.Join('/', page.PageRoute.Trim('/').Split('/').Select(Kebab.TransformOutbound)), page.RouteTemplate);
            route.Template = AttributeRouteModel.CombineTemplates(path.TrimStart('/'), below);
        }
    }
}
