using Gongkai.Content;
using Gongkai.Subscriptions;
using MailKit.Security;
using MimeKit;
using OrchardSite.Mailing;

namespace OrchardSite.Hosting;

/// <summary>The sections <c>Mail</c> and <c>Subscriptions</c>.</summary>
internal static class MailSection
{
    private const int SubmissionPort = 587;

    /// <summary>Puts mail into the site, where a mail server is configured; returns whether mails can be sent.</summary>
    public static bool AddSiteMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new SubscriptionOptions(
            SiteOptions.Number(configuration, "Subscriptions:Hour", 8, 0, 23), SiteOptions.Number(configuration, "Subscriptions:UnconfirmedDays", 3, 3, 30),
            SiteOptions.Number(configuration, "Subscriptions:AskedPerMinute", 30, 1, 10_000)));
        if (Read(configuration) is not { } settings)
            return false;
        services.AddSingleton(settings).AddSingleton<IMailSender, SmtpSender>().AddSingleton<OutboxDelivery>();
        services.AddSingleton<IBackgroundWork, MailWork>();
        return true;
    }

    /// <summary>Reads the section <c>Mail</c>; null when no server is named.</summary>
    /// <exception cref="SiteException">A value cannot be used.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        if (section["Host"] is not { Length: > 0 } host)
            return null;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new SiteException($"Mail:Host“{ShortText.Of(host)}”不是主机名。");
        if (section["From"] is not { Length: > 0 } from || !MailboxAddress.TryParse(from, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
            throw new SiteException($"Mail:From“{ShortText.Of(section["From"] ?? "")}”不对，应为发件人的地址，如 甲市人民政府 <no-reply@example.gov.cn>。");
        return new(
            host, SiteOptions.Number(configuration, "Mail:Port", SubmissionPort, 1, 65_535), SecurityOf(section["Security"]), sender,
            section["UserName"] is { Length: > 0 } user ? user : null, section["Password"] ?? "", TimeSpan.FromSeconds(SiteOptions.Number(configuration, "Mail:TimeoutSeconds", 30, 1, 120)));
    }

    private static SecureSocketOptions SecurityOf(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "STARTTLS" => SecureSocketOptions.StartTls,
        "TLS" => SecureSocketOptions.SslOnConnect,
        "NONE" => SecureSocketOptions.None,
        _ => throw new SiteException($"Mail:Security“{ShortText.Of(text)}”不对，应为 StartTls、Tls 或 None。"),
    };
}
