using System.Net.Sockets;
using Gongkai.Content;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace OrchardSite.Mailing;

/// <summary>Hands mails to the mail server by SMTP. One connection for each mail: digests go once a day, and a connection that was kept would be closed by then.</summary>
internal sealed class SmtpSender(MailSettings settings, TimeProvider time) : IMailSender
{
    public async Task SendAsync(Mail mail, CancellationToken cancellationToken = default)
    {
        using var message = MessageOf(mail);
        using var client = new SmtpClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellationToken);
            if (settings.UserName is { } user)
                await client.AuthenticateAsync(user, settings.Password, cancellationToken);
            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            // RFC 5321 §4.2.1: 5yz says that it will be refused again. Only of a recipient or a mail: the server's own troubles end.
            var isOfThisMail = refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            throw new MailException($"邮件服务器拒绝：{(int)refused.StatusCode} {refused.Message}", isOfThisMail && (int)refused.StatusCode >= 500, refused);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or AuthenticationException or SslHandshakeException or TimeoutException or NotSupportedException)
        {
            throw new MailException($"邮件服务器 {settings.Host}:{settings.Port} 连接不上或中断：{fault.Message}", isPermanent: false, fault);
        }

        await LeaveAsync(client);
    }

    /// <summary>The mail is taken, whatever comes of saying goodbye.</summary>
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or TimeoutException)
        {
            // It went by itself.
        }
    }

    private MimeMessage MessageOf(Mail mail)
    {
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = time.GetUtcNow(),
            Subject = string.Join(' ', mail.Subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress("", mail.To));
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        foreach (var (name, value) in mail.Headers)
            message.Headers.Add(name, value);
        return message;
    }
}
