namespace Gongkai.Content;

/// <summary>A mail as it is sent.</summary>
/// <param name="MessageId">What names it, without angle brackets; the same at every attempt, so that a mail that arrives twice can be told to be one.</param>
/// <param name="To">Whom it is for: one address.</param>
/// <param name="Subject">The subject, one line.</param>
/// <param name="Text">What it says as plain text.</param>
/// <param name="Html">What it says as HTML.</param>
/// <param name="Language">The language, as <c>zh-Hans</c>.</param>
public sealed record Mail(string MessageId, string To, string Subject, string Text, string Html, string Language)
{
    /// <summary>Further headers by name; no line breaks.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>Port: hands a mail to a mail server. A home without one does not register it, and nothing offers mails there.</summary>
public interface IMailSender
{
    /// <summary>Hands a mail over; when this returns, the server has taken it.</summary>
    /// <exception cref="MailException">It was not taken.</exception>
    Task SendAsync(Mail mail, CancellationToken cancellationToken = default);
}

/// <summary>A mail was not taken.</summary>
/// <param name="message">What the server or the connection said; no address in it.</param>
/// <param name="isPermanent">Whether it would be refused again.</param>
/// <param name="inner">The cause.</param>
public sealed class MailException(string message, bool isPermanent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it would be refused again.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
