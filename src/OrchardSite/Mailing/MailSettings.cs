using MailKit.Security;
using MimeKit;

namespace OrchardSite.Mailing;

/// <summary>The mail server that mails are handed to.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="From">Who sends.</param>
/// <param name="UserName">The account there; null for none.</param>
/// <param name="Password">The account's password; no message or log shows it.</param>
/// <param name="Timeout">How long an answer is waited for.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, MailboxAddress From, string? UserName, string Password, TimeSpan Timeout);
