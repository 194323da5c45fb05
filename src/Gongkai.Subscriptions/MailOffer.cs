using Gongkai.Content;

namespace Gongkai.Subscriptions;

/// <summary>Whether the site offers mails: it has a mail server, and knows its own address, which links in mails must begin with.</summary>
internal sealed class MailOffer(SiteSettings site, IMailSender? sender = null)
{
    public bool IsMade => sender is not null && Origin is not null;

    /// <summary>What the addresses in mails begin with; null when it is not known.</summary>
    public string? Origin => Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? site.BaseUrl : null;

    /// <summary>The site's host, for the names of mails and lists.</summary>
    public string Host => Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var address) ? address.IdnHost : "localhost";
}
