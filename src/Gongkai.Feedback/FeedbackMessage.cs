using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Feedback;

/// <summary>A page that says what came of something.</summary>
internal static class FeedbackMessage
{
    /// <summary>Shows it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="renderer">Renders it.</param>
    /// <param name="heading">What it is about.</param>
    /// <param name="text">What it says.</param>
    /// <param name="page">The page that it is about; null for none.</param>
    /// <param name="offersReport">Whether it asks to say what is wrong there.</param>
    /// <param name="status">The HTTP status.</param>
    public static Task ShowAsync(HttpContext http, IPageRenderer renderer, string heading, string text, string? page = null, bool offersReport = false, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return renderer.RenderAsync(http, new("GongkaiFeedback", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["Text"] = text,
            ["PageAddress"] = page,
            ["ReportUrl"] = offersReport && page is not null ? $"{Module.ReportAddress}?page={Uri.EscapeDataString(page)}" : null,
        }, PageTexts.Of(heading), status)
        {
            Metadata = new() { NoIndex = true },
        });
    }
}
