using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Feedback.Useful;

/// <summary>The cookie that keeps somebody from answering for one page again and again: short marks of the last pages, sent to the address of answers alone.</summary>
internal static class AnsweredCookie
{
    public const string Name = "useful";

    private const int Most = 40;
    private const int MarkLength = 8;
    private const char Separator = '.';

    /// <summary>The cookie with a page added; null when the page is among those that it has.</summary>
    /// <param name="cookie">The cookie; anything may stand there.</param>
    /// <param name="contentItemId">The page's item.</param>
    public static string? Add(string? cookie, string contentItemId)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contentItemId)))[..MarkLength];
        var known = (cookie ?? "").Split(Separator).Where(one => one.Length == MarkLength && one.All(char.IsAsciiHexDigitLower)).Take(Most).ToList();
        return known.Contains(mark) ? null : string.Join(Separator, known.Prepend(mark).Take(Most));
    }
}
