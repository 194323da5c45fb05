using System.Globalization;
using System.Text.Json;
using Gongkai.Content;
using Gongkai.Subscriptions.Asking;
using Gongkai.Subscriptions.Texts;
using Gongkai.Web;
using Gongkai.Web.Languages;

namespace Gongkai.Subscriptions.Digests;

/// <summary>What the outbox keeps of a digest.</summary>
/// <param name="Items">The items, newest first.</param>
/// <param name="More">How many more there were.</param>
internal sealed record DigestPayload(IReadOnlyList<string> Items, int More);

/// <summary>Writes the mail that tells what is new. It is written when it is sent: what was withdrawn meanwhile is not in it.</summary>
internal sealed class DigestMail(ISubscriptions subscriptions, SubscribedLists lists, SubscriptionLinks links, ISearch search, ListEntries entries, MailTexts texts, MailOffer offer, SiteSettings site) : IMailTopic
{
    /// <summary>The most items in a mail.</summary>
    public const int MostItems = 30;

    public string Name => SubscriptionTopics.Digest;

    public async Task<Mail?> WriteAsync(OutboxEntry entry, CancellationToken cancellationToken = default)
    {
        if (await subscriptions.FindAsync(entry.SubjectId, cancellationToken) is not { IsConfirmed: true } subscription)
            return null;
        // What the list and the types of its items are called are texts of the pages.
        PageLanguage.Find(subscription.Language)?.Use();
        if (lists.Find(subscription.List, subscription.Query) is not { } list)
            return null;
        if (subscription.Address.Length == 0)
            throw new MailException("收件地址解不开（密钥不在密钥文件夹里）。", isPermanent: true);
        var payload = JsonSerializer.Deserialize<DigestPayload>(entry.Payload)!;
        var found = entries.Of(search.Find(payload.Items));
        return found.Count == 0 ? null : Write(entry.Id, subscription, list, [.. found.Select(one => (one.Title, offer.Origin + one.Url, FactsOf(one)))], payload.More);
    }

    private Mail Write(string id, Subscription subscription, SubscribedList list, IReadOnlyList<(string Label, string Url, string Facts)> items, int more)
    {
        string Say(string key, params object?[] values) => texts.Of(subscription.Language, key, values);
        var (page, leave, total) = (offer.Origin + list.Page, links.Leaving(subscription.Id), items.Count + more);
        var body = new MailBody(subscription.Language)
            .Paragraph(Say("“{0}”有 {1} 条新内容：", list.Title, total))
            .List(items)
            .Paragraph(more > 0 ? Say("另有 {0} 条，请到网站上看全部：", more) : Say("在网站上看全部："))
            .Link(Say("看全部"), page)
            .Quiet(Say("您收到这封邮件，是因为在{0}订阅了它。不想再收到时，请退订：", site.SiteName))
            .Link(Say("退订"), leave)
            .Quiet(Say("这是自动发出的邮件，请不要回复。"));
        return new($"{id}@{offer.Host}", subscription.Address, Say("{0}：{1} 条新内容", list.Title, total.ToString(CultureInfo.InvariantCulture)), body.Text, body.Html, subscription.Language)
        {
            Headers =
            [
                // RFC 8058: one POST to the address leaves. RFC 2919: what mail programs sort by.
                new("List-Unsubscribe", $"<{leave}>"),
                new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new("List-Id", $"<{ListIdOf(list)}.{offer.Host}>"),
                new("Auto-Submitted", "auto-generated"),
                new("Precedence", "bulk"),
            ],
        };
    }

    private static string ListIdOf(SubscribedList list) => list.List.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/')
        ? list.List.Name.Replace('/', '.').ToLowerInvariant()
        : IdGenerator.FromText(list.List.Name);

    private static string FactsOf(Web.Models.ListEntry entry) => string.Join(' ', new[] { entry.Date, entry.Issuer, entry.DocumentNumber, PageTexts.Of(entry.TypeLabel) }.Where(fact => !string.IsNullOrEmpty(fact)));
}
