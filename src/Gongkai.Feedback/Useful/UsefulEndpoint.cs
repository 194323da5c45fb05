using Gongkai.Content;
using Gongkai.Feedback.Errors;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Feedback.Useful;

/// <summary>Takes whether a page was useful, from a form without script or from a script, and counts it: an item, a day, yes or no.</summary>
internal sealed class UsefulEndpoint(ISearch search, UsefulCounters counters, FeedbackLimits limits, IPageRenderer renderer, SiteSettings site)
{
    private const string Thanks = Module.UsefulAddress + "/thanks";
    private const int LongestForm = 8 * 1024;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly string[] Types = ["DisclosureEntry", "PolicyInterpretation", "QaIssue"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Module.UsefulAddress, (HttpContext http, UsefulEndpoint endpoint) => endpoint.TakeAsync(http)).WithName("Gongkai.Feedback.Useful").ExcludeFromDescription();
        endpoints.MapRead(Thanks, (HttpContext http, UsefulEndpoint endpoint) => endpoint.ThankAsync(http)).WithName("Gongkai.Feedback.UsefulThanks").ExcludeFromDescription();
    }

    private async Task TakeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!PublicForms.IsOwn(http.Request, site) || await PublicForms.ReadAsync(http, LongestForm) is not { } form || form["answer"].ToString() is not ("yes" or "no")
            || form["item"].ToString() is not { Length: > 0 and <= 100 } id || search.Find([id]) is not [var hit] || !Types.Contains(hit.Item.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var isYes = form["answer"] == "yes";
        // Whoever answers too often is thanked, too.
        if (AnsweredCookie.Add(http.Request.Cookies[AnsweredCookie.Name], id) is { } answered && limits.Answers.TryTake(http))
        {
            counters.Add(id, isYes ? 1 : 0, isYes ? 0 : 1);
            http.Response.Cookies.Append(AnsweredCookie.Name, answered, new()
            {
                Path = http.Request.PathBase + Module.UsefulAddress,
                MaxAge = Remembered,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }

        if (http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.Headers.Location = $"{http.Request.PathBase}{Thanks}?page={Uri.EscapeDataString(hit.Url)}{(isYes ? "" : "&answer=no")}";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private Task ThankAsync(HttpContext http)
    {
        var page = PageAddress.Normalize(http.Request.Query["page"], http.Request.Host.Value ?? "", site.BaseUrl, http.Request.PathBase.Value ?? "");
        var isNo = http.Request.Query["answer"] == "no";
        return FeedbackMessage.ShowAsync(
            http, renderer, "谢谢您的反馈", isNo ? "我们会改进这一页。愿意的话，请告诉我们它缺什么、哪里看不懂。" : "您的反馈帮助我们把信息写得更好。", page, offersReport: isNo);
    }
}
