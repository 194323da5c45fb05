using System.Text.Json;
using Gongkai.Content;
using Gongkai.Subscriptions.Texts;
using Gongkai.Web.Languages;

namespace Gongkai.Subscriptions.Asking;

/// <summary>What the outbox keeps of a mail that asks for confirmation.</summary>
internal sealed record ConfirmationPayload(DigestRhythm Rhythm, string Language);

/// <summary>Writes the mail that asks whether a subscription is wanted.</summary>
internal sealed class ConfirmationMail(ISubscriptions subscriptions, SubscribedLists lists, SubscriptionLinks links, MailTexts texts, MailOffer offer, SubscriptionOptions options, SiteSettings site, TimeProvider time) : IMailTopic
{
    public string Name => SubscriptionTopics.Confirmation;

    public async Task<Mail?> WriteAsync(OutboxEntry entry, CancellationToken cancellationToken = default)
    {
        var asked = JsonSerializer.Deserialize<ConfirmationPayload>(entry.Payload)!;
        // What the list is called is a text of the pages.
        PageLanguage.Find(asked.Language)?.Use();
        // Later than this nobody could confirm it.
        if (entry.CreatedUtc + SubscriptionLinks.ConfirmationTime < time.GetUtcNow().UtcDateTime
            || await subscriptions.FindAsync(entry.SubjectId, cancellationToken) is not { } subscription || lists.Find(subscription.List, subscription.Query) is not { } list)
            return null;
        if (subscription.Address.Length == 0)
            throw new MailException("收件地址解不开（密钥不在密钥文件夹里）。", isPermanent: true);
        string Say(string key, params object?[] values) => texts.Of(asked.Language, key, values);
        var link = links.Confirmation(new(subscription.Id, asked.Rhythm, asked.Language), entry.CreatedUtc);
        var body = new MailBody(asked.Language)
            .Paragraph(Say("有人（应该是您）请求把“{0}”的新内容发到这个邮箱，{1}。", list.Title, Say(asked.Rhythm == DigestRhythm.Weekly ? "每周一一次" : "每天一次")))
            .Paragraph(Say("请打开下面的链接并点“确认订阅”，48 小时内有效："))
            .Link(Say("确认订阅"), link)
            .Quiet(Say("如果不是您提出的，不必理会这封邮件：不确认就不会有别的邮件，{0} 天后您的地址会从本站删除。", options.UnconfirmedDays))
            .Quiet(Say("这是自动发出的邮件，请不要回复。"))
            .Quiet(site.SiteName);
        return new($"{entry.Id}@{offer.Host}", subscription.Address, Say("请确认邮件订阅：{0}", list.Title), body.Text, body.Html, asked.Language)
        {
            Headers = [new("Auto-Submitted", "auto-generated")],
        };
    }
}
