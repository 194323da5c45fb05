using System.Globalization;

namespace Gongkai.Subscriptions.Asking;

/// <summary>Which addresses mails are sent to: those that every mail server takes.</summary>
/// <remarks>RFC 5321 §4.1.2, §4.5.3.1 without quoted local parts and address literals; domains of other scripts by RFC 5890. Local parts of other scripts (RFC 6531) are not sent to: many servers do not take them.</remarks>
internal static class MailAddressRules
{
    private const int LongestAddress = 254;
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;
    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    /// <summary>The address as it is sent to: white space around it gone, full-width characters plain, the domain in small ASCII letters.</summary>
    /// <returns>Null when it is none.</returns>
    public static string? Normalize(string? typed)
    {
        if (typed is null || typed.Length > 4 * LongestAddress || !Content.StorableText.IsStorable(typed))
            return null;
        var text = typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        var at = text.LastIndexOf('@');
        if (at is < 1 or > LongestLocal || !IsLocal(text[..at]) || DomainOf(text[(at + 1)..]) is not { } domain)
            return null;
        var address = text[..(at + 1)] + domain;
        return address.Length <= LongestAddress ? address : null;
    }

    private static bool IsLocal(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || LocalSigns.Contains(c, StringComparison.Ordinal));

    private static string? DomainOf(string text)
    {
        string domain;
        try
        {
            domain = text.Length is 0 or > LongestAddress ? "" : Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = domain.Split('.');
        return labels.Length > 1 && labels.All(label => label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && labels[^1].Any(char.IsAsciiLetter) ? domain : null;
    }
}
