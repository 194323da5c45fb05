using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Drafts;

/// <summary>Reads a day as documents are signed with it: 2024年3月5日, 二〇二四年三月五日.</summary>
internal static partial class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The day that a text is; null when it is anything else.</summary>
    public static DateOnly? Read(string text)
    {
        if (Whole().Match(text.Replace(" ", "", StringComparison.Ordinal)) is not { Success: true } match)
            return null;
        var (year, month, day) = (Year(match.Groups["y"].Value), Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Year(string text) =>
        int.TryParse(string.Concat(text.Select(c => Digits.IndexOf(c == '○' || c == '零' || c == 'Ｏ' ? '〇' : c) is >= 0 and var digit ? (char)('0' + digit) : c)), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            return plain;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Length == 1 ? Digits.IndexOf(text[0]) : 0;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0]);
        return (tens * 10) + (ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1]));
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4}|[〇○零Ｏ一二三四五六七八九]{4})年(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
