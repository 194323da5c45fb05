using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Shell;

/// <summary>Leads back to where somebody came from, and nowhere outside the desk.</summary>
internal static class Returning
{
    public static IActionResult Back(this PageModel page, string? address)
    {
        var desk = page.HttpContext.Request.PathBase + page.HttpContext.RequestServices.GetRequiredService<DeskOptions>().Path;
        var isHere = address is not null && page.Url.IsLocalUrl(address) && (address == desk || address.StartsWith(desk + "/", StringComparison.OrdinalIgnoreCase) || address.StartsWith(desk + "?", StringComparison.OrdinalIgnoreCase));
        return isHere ? page.LocalRedirect(address!) : page.RedirectToPage("/Index");
    }
}
