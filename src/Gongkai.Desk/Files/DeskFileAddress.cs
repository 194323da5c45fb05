using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Files;

/// <summary>The address of a file of the desk, with its version.</summary>
internal static class DeskFileAddress
{
    public static string FileAddress(this PageModel page, string name) =>
        $"{page.HttpContext.Request.PathBase}{page.HttpContext.RequestServices.GetRequiredService<DeskOptions>().Path}/files/{name}?v={DeskFiles.Find(name)?.Version}";
}
