using Microsoft.AspNetCore.Mvc;

namespace Gongkai.OrchardCore.Pages;

/// <summary>The start of a site that has no home page of its own yet: the catalogue. A tenant sets another by an item that is its home page.</summary>
public sealed class HomeController : Controller
{
    /// <summary>Leads to the catalogue.</summary>
    public IActionResult Index() => LocalRedirect("~/catalogue");
}
