using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Subscriptions;

/// <summary>How many subscribe to which lists, and which mails were not sent. Nobody's address is shown whole.</summary>
[RequirePermission(Permissions.ManageSubscriptions)]
internal sealed class IndexModel(ISubscriptions subscriptions, IOutbox outbox, IAuditTrail trail, TimeProvider time, INamedLists? lists = null, IMailSender? sender = null) : DeskPage
{
    private const int MostMails = 50;

    /// <summary>Whether the site has a mail server.</summary>
    public bool HasMail => sender is not null;

    public IReadOnlyList<SubscriptionCount> Lists { get; private set; } = [];

    public OutboxState Mails { get; private set; } = new(0, 0, []);

    /// <summary>Whom the mails that were not sent are for, masked.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync()
    {
        Heading = L["邮件订阅"];
        Lists = await subscriptions.CountAsync(HttpContext.RequestAborted);
        Mails = await outbox.StateAsync(MostMails, HttpContext.RequestAborted);
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in Mails.Faulty.Select(mail => mail.SubjectId).Distinct(StringComparer.Ordinal))
            addresses[id] = MaskedAddress.Of((await subscriptions.FindAsync(id, HttpContext.RequestAborted))?.Address ?? "");
        Addresses = addresses;
    }

    public async Task<IActionResult> OnPostRetryAsync()
    {
        var retried = await outbox.RetryAsync(time.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
        if (retried > 0)
            await trail.AppendAsync([new(AuditActions.MailRetried) { Details = new() { ["count"] = retried } }], HttpContext.RequestAborted);
        Tell(L["{0} 封邮件将再发一次。", retried]);
        return RedirectToPage();
    }

    /// <summary>What people call a list, as on the site's pages in the desk's language; its name where the list is gone.</summary>
    public string TitleOf(SubscriptionCount count)
    {
        PageLanguage.Find(DeskTexts.Language)?.Use();
        return lists?.Find(count.List) is { } list ? PageTexts.Of(list.Title) : count.List;
    }

    /// <summary>What is asked of a list, as people can read it.</summary>
    public static string QueryOf(SubscriptionCount count) => count.Query.Length == 0 ? "" : Uri.UnescapeDataString(count.Query[1..].Replace('+', ' ')).Replace("&", " · ", StringComparison.Ordinal);

    /// <summary>What a mail is.</summary>
    public string KindOf(OutboxEntry mail) => mail.Topic switch
    {
        SubscriptionTopics.Confirmation => L["确认邮件"],
        SubscriptionTopics.Digest => L["新内容汇总"],
        _ => mail.Topic,
    };
}
