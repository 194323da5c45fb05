using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Gongkai.Desk.Routing;

/// <summary>Puts every page below the desk's address; links are made by page name, so they follow.</summary>
/// <param name="path">The desk's address, as <c>/admin</c>.</param>
internal sealed class PagesBelow(string path) : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var route in model.Selectors.Select(selector => selector.AttributeRouteModel).OfType<AttributeRouteModel>())
            route.Template = AttributeRouteModel.CombineTemplates(path.TrimStart('/'), route.Template);
    }
}
