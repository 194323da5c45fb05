using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Gongkai.Subscriptions.Asking;

/// <summary>The pages behind the links in mails. Opening one changes nothing: programs that look through mails open every link. What changes something is a button, or what a mail program posts by itself.</summary>
/// <remarks>RFC 8058: leaving is one POST to the address in <c>List-Unsubscribe</c>, without cookies and without a page before it.</remarks>
internal sealed class LinkPages(SubscriptionLinks links, SubscribedLists lists, ISubscriptions subscriptions, IChangeFeed feed, IPageRenderer renderer, TimeProvider time, ILogger<LinkPages> logger)
{
    private const int LongestForm = 8 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Module.Address + SubscriptionLinks.Confirm, (HttpContext http, LinkPages pages) => pages.AskAsync(http)).WithName("Gongkai.Subscriptions.Confirmation").ExcludeFromDescription();
        endpoints.MapPost(Module.Address + SubscriptionLinks.Confirm, (HttpContext http, LinkPages pages) => pages.ConfirmAsync(http)).WithName("Gongkai.Subscriptions.Confirm").ExcludeFromDescription();
        endpoints.MapRead(Module.Address + SubscriptionLinks.Leave, (HttpContext http, LinkPages pages) => pages.AskToLeaveAsync(http)).WithName("Gongkai.Subscriptions.Leaving").ExcludeFromDescription();
        endpoints.MapPost(Module.Address + SubscriptionLinks.Leave, (HttpContext http, LinkPages pages) => pages.LeaveAsync(http)).WithName("Gongkai.Subscriptions.Leave").ExcludeFromDescription();
    }

    private async Task AskAsync(HttpContext http)
    {
        var token = http.Request.Query[SubscriptionLinks.Token].ToString();
        if (links.ReadConfirmation(token) is not { } link || await subscriptions.FindAsync(link.Id, http.RequestAborted) is not { } subscription)
            await ShowExpiredAsync(http);
        else
            await SubscriptionMessage.ShowAsync(http, renderer, "确认邮件订阅", "请确认您要订阅下面的内容。", "确认订阅", token, lists.Find(subscription.List, subscription.Query));
    }

    private async Task ConfirmAsync(HttpContext http)
    {
        var token = await TokenOfAsync(http);
        if (links.ReadConfirmation(token) is not { } link
            || await subscriptions.ConfirmAsync(link.Id, link.Rhythm, link.Language, time.GetUtcNow().UtcDateTime, await feed.GetLastAsync(http.RequestAborted), http.RequestAborted) is not { } subscription)
        {
            await ShowExpiredAsync(http);
            return;
        }

        logger.LogInformation("邮件订阅：{List} 有一项订阅得到确认。", subscription.List);
        await SubscriptionMessage.ShowAsync(http, renderer, "订阅成功", "有新内容时，我们会按您选择的时间发送邮件；没有新内容时不打扰您。每封邮件的末尾都有退订链接。", list: lists.Find(subscription.List, subscription.Query));
    }

    private async Task AskToLeaveAsync(HttpContext http)
    {
        var token = http.Request.Query[SubscriptionLinks.Token].ToString();
        if (links.ReadLeaving(token) is not { } id)
            await ShowBrokenAsync(http);
        else if (await subscriptions.FindAsync(id, http.RequestAborted) is { } subscription)
            await SubscriptionMessage.ShowAsync(http, renderer, "退订邮件", "退订后，您的邮箱地址立即从本站删除，不会再收到这项订阅的邮件。", "退订", token, lists.Find(subscription.List, subscription.Query));
        else
            await ShowLeftAsync(http);
    }

    private async Task LeaveAsync(HttpContext http)
    {
        // What a mail program posts has the token in its address, a page's button in its form.
        var token = http.Request.Query[SubscriptionLinks.Token].ToString() is { Length: > 0 } given ? given : await TokenOfAsync(http);
        if (links.ReadLeaving(token) is not { } id)
        {
            await ShowBrokenAsync(http);
            return;
        }

        if (await subscriptions.LeaveAsync(id, http.RequestAborted))
            logger.LogInformation("邮件订阅：有一项订阅退订了。");
        await ShowLeftAsync(http);
    }

    private static async Task<string?> TokenOfAsync(HttpContext http) => (await PublicForms.ReadAsync(http, LongestForm))?[SubscriptionLinks.Token];

    private Task ShowLeftAsync(HttpContext http) => SubscriptionMessage.ShowAsync(http, renderer, "已经退订", "您的邮箱地址已从这项订阅中删除，不会再收到它的邮件。");

    private Task ShowExpiredAsync(HttpContext http) => SubscriptionMessage.ShowAsync(
        http, renderer, "链接已经失效", "确认链接 48 小时内有效。请回到想订阅的列表，重新提交一次。", status: StatusCodes.Status410Gone);

    private Task ShowBrokenAsync(HttpContext http) => SubscriptionMessage.ShowAsync(
        http, renderer, "链接不完整", "请从邮件中完整地复制链接，再打开一次。", status: StatusCodes.Status400BadRequest);
}
