using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Word;

/// <summary>Writes the numbers of automatic numbering as Word shows them.</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const int LargestCircled = 20;
    private const int MostLetters = 5;

    /// <summary>A number in a format of <c>w:numFmt</c>; one that is not known is written in digits.</summary>
    public static string Write(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographEnclosedCircle" => Counting(number, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counting(number, LegalDigits, "拾佰仟"),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => string.Concat(Plain(number).Select(digit => Digits[digit - '0'])),
        "ideographTraditional" when number is > 0 and <= 10 => Stems[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= LargestCircled => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" => $"（{Plain(number)}）",
        "decimalEnclosedFullstop" => Plain(number) + ".",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "none" => "",
        _ => Plain(number),
    };

    private static string Plain(int number) => Math.Max(0, number).ToString(CultureInfo.InvariantCulture);

    private static string Counting(int number, string digits, string units)
    {
        if (number is <= 0 or >= 10_000)
            return Plain(number);
        var text = new StringBuilder();
        var plain = Plain(number);
        for (var i = 0; i < plain.Length; i++)
        {
            var place = plain.Length - 1 - i;
            if (plain[i] == '0')
            {
                if (text.Length > 0 && text[^1] != digits[0] && plain.AsSpan(i).ContainsAnyExcept('0'))
                    text.Append(digits[0]);
                continue;
            }

            text.Append(digits[plain[i] - '0']);
            if (place > 0)
                text.Append(units[place - 1]);
        }

        // 十一, not 一十一.
        return number is >= 10 and < 20 ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    private static string Letters(int number, char first) =>
        number <= 0 ? "" : new string((char)(first + ((number - 1) % 26)), Math.Min(MostLetters, ((number - 1) / 26) + 1));

    private static string Roman(int number)
    {
        if (number is <= 0 or >= 4000)
            return Plain(number);
        (int Value, string Text)[] steps = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        foreach (var (value, letters) in steps)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }
}
