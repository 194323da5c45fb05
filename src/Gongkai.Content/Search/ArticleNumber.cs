using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongkai.Content;

/// <summary>The number of an article of a law: 第十二条, 第12條, 第五条之一.</summary>
/// <param name="Number">12.</param>
/// <param name="Insertion">The 一 of 之一; 0 without.</param>
/// <param name="Length">How many characters it takes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArticleNumber(int Number, int Insertion, int Length)
{
    /// <summary>With what every anchor begins.</summary>
    public const string AnchorPrefix = "h-art-";

    private const string Digits = "〇一二三四五六七八九";
    private const int Highest = 9999;

    /// <summary>The article number that a text begins with, or null.</summary>
    public static ArticleNumber? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '第')
            return null;
        var at = 1;
        if (Numeral(text, ref at) is not { } number || number > Highest || at >= text.Length || text[at] is not ('条' or '條'))
            return null;
        at++;
        var after = at + 1;
        if (at < text.Length && text[at] == '之' && Numeral(text, ref after) is { } insertion && insertion <= Highest)
            return new(number, insertion, text[..after].TrimEnd(" 　").Length);
        return new(number, 0, at);
    }

    /// <summary>Its anchor: <c>h-art-12</c>, of an insertion <c>h-art-5-1</c>.</summary>
    public string Anchor => Insertion == 0 ? string.Create(CultureInfo.InvariantCulture, $"{AnchorPrefix}{Number}") : string.Create(CultureInfo.InvariantCulture, $"{AnchorPrefix}{Number}-{Insertion}");

    // Official texts set spaces inside: 第 十 二 条, 第 12 條.
    private static int? Numeral(ReadOnlySpan<char> text, ref int at)
    {
        var (total, digit, places, begun) = (0, 0, 0, false);
        for (; at < text.Length && total <= Highest && places < 5; at++)
        {
            var c = text[at];
            if (c is ' ' or '　')
                continue;
            var value = char.IsAsciiDigit(c) ? c - '0' : c is >= '０' and <= '９' ? c - '０' : c == '零' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (value >= 0)
                (digit, places) = ((digit * 10) + value, places + 1);
            else if (c is '十' or '百' or '千')
                (total, digit, places) = (total + (Math.Max(digit, 1) * (c switch { '十' => 10, '百' => 100, _ => 1000 })), 0, 0);
            else
                break;
            begun = true;
        }

        return begun && total + digit > 0 ? total + digit : null;
    }
}
