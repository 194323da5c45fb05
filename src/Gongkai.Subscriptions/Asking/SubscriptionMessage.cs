using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Subscriptions.Asking;

/// <summary>A page that says what came of something, perhaps with one button.</summary>
internal static class SubscriptionMessage
{
    /// <summary>Shows it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="renderer">Renders it.</param>
    /// <param name="heading">What it is about.</param>
    /// <param name="text">What it says.</param>
    /// <param name="button">What the button says; null for none. It posts to the page's own address.</param>
    /// <param name="token">What the button sends.</param>
    /// <param name="list">The list that it is about; null for none.</param>
    /// <param name="status">The HTTP status.</param>
    public static Task ShowAsync(
        HttpContext http, IPageRenderer renderer, string heading, string text, string? button = null, string? token = null, SubscribedList? list = null, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return renderer.RenderAsync(http, new("GongkaiSubscription", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["Text"] = text,
            ["Button"] = button,
            ["Token"] = token,
            ["ListTitle"] = list?.Title,
            ["ListPage"] = list?.Page,
        }, PageTexts.Of(heading), status)
        {
            Metadata = new() { NoIndex = true },
        });
    }
}
