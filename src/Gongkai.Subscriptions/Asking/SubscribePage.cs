using System.Text.Json;
using Gongkai.Content;
using Gongkai.Subscriptions.Texts;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Gongkai.Subscriptions.Asking;

/// <summary>The form that asks for a subscription, <c>/subscriptions/new?list=…</c>, and the page after it. Whether an address has one already, nobody learns here.</summary>
internal sealed class SubscribePage(
    MailOffer offer, SubscribedLists lists, SubscribeLimit limit, ISubscriptions subscriptions, SubscriptionOptions options, IPageRenderer renderer, SiteSettings site, TimeProvider time, ILogger<SubscribePage> logger)
{
    private const string New = Module.Address + "/new";
    private const string Asked = Module.Address + "/asked";
    private const int LongestForm = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(New, (HttpContext http, SubscribePage page) => page.ShowAsync(http)).WithName("Gongkai.Subscriptions.New").ExcludeFromDescription();
        endpoints.MapPost(New, (HttpContext http, SubscribePage page) => page.TakeAsync(http)).WithName("Gongkai.Subscriptions.Ask").ExcludeFromDescription();
        endpoints.MapRead(Asked, (HttpContext http, SubscribePage page) => page.ShowAskedAsync(http)).WithName("Gongkai.Subscriptions.Asked").ExcludeFromDescription();
    }

    private Task ShowAsync(HttpContext http)
    {
        if (!offer.IsMade || lists.Find(http.Request.Query["list"], http.Request.Query) is not { } list)
            return MissAsync(http);
        return RenderAsync(http, list, "", DigestRhythm.Daily, null);
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (!offer.IsMade)
        {
            await MissAsync(http);
            return;
        }

        if (!PublicForms.IsOwn(http.Request, site) || await PublicForms.ReadAsync(http, LongestForm) is not { } form)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (lists.Find(form["list"], new QueryCollection(QueryHelpers.ParseNullableQuery(form["query"]) ?? [])) is not { } list)
        {
            await MissAsync(http);
            return;
        }

        var rhythm = form["rhythm"] == "weekly" ? DigestRhythm.Weekly : DigestRhythm.Daily;
        string typed = ShortText.Cut(form["email"].ToString(), 300);
        if (MailAddressRules.Normalize(form["email"]) is not { } address)
        {
            await RenderAsync(http, list, typed, rhythm, typed.Length == 0 ? "请填写接收邮件的电子邮箱。" : "这不是可以使用的电子邮箱，应写作 name@example.com。", StatusCodes.Status422UnprocessableEntity);
            return;
        }

        // A program filled in what people do not see: it is told what people are told, and nothing is done.
        var isTrapped = form[PublicForms.Trap].ToString().Length > 0;
        if (isTrapped)
            logger.LogInformation("邮件订阅：一份表单填了隐藏的栏，没有受理。");
        else if (!limit.TryTake(http) || await AskAsync(list, address, rhythm, MailTexts.LanguageOf(form["language"]), http.RequestAborted) == SubscriptionAnswer.Full)
        {
            await RenderAsync(http, list, typed, rhythm, "现在提交的人太多，请过几分钟再试。", StatusCodes.Status429TooManyRequests);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = http.Request.PathBase + Asked;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private async Task<SubscriptionAnswer> AskAsync(SubscribedList list, string address, DigestRhythm rhythm, string language, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Serialize(new ConfirmationPayload(rhythm, language));
        var answer = await subscriptions.AskAsync(new(address, list.List.Name, list.Query, language, rhythm, time.GetUtcNow().UtcDateTime, payload), new(), cancellationToken);
        if (answer != SubscriptionAnswer.Asked)
            logger.LogWarning("邮件订阅：{List} 的一次申请没有受理（{Answer}）。", list.List.Name, answer);
        return answer;
    }

    private Task RenderAsync(HttpContext http, SubscribedList list, string email, DigestRhythm rhythm, string? problem, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return renderer.RenderAsync(http, new("GongkaiSubscribe", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("邮件订阅", New, IsCurrent: true)],
            ["ListTitle"] = list.Title,
            ["ListPage"] = list.Page,
            ["ListName"] = list.List.Name,
            ["ListQuery"] = list.Query,
            ["Email"] = email,
            ["Rhythm"] = rhythm == DigestRhythm.Weekly ? "weekly" : "daily",
            ["Hour"] = options.Hour,
            ["UnconfirmedDays"] = options.UnconfirmedDays,
            ["Problem"] = problem,
        }, PageTexts.Of("邮件订阅"), status)
        {
            Metadata = new() { NoIndex = true },
        });
    }

    private Task ShowAskedAsync(HttpContext http) => offer.IsMade
        ? SubscriptionMessage.ShowAsync(http, renderer, "请查收确认邮件", "我们已向您填写的邮箱发出一封邮件。请在 48 小时内打开邮件中的链接并确认，确认之后才会收到订阅的内容。没有收到时，请看看垃圾邮件箱；同一个邮箱一天最多收到 5 封确认邮件。")
        : MissAsync(http);

    private static Task MissAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
