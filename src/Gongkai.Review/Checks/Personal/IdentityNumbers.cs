using System.Globalization;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds citizens' identity numbers: 18 digits of which the last is computed of the others (GB 11643—1999).</summary>
/// <remarks>The old numbers of 15 digits have no check digit and have not been valid since 2013: they are not looked for.</remarks>
public static class IdentityNumbers
{
    private const int Length = 18;
    private const int First = 4;
    private const int Last = 4;
    private const string CheckDigits = "10X98765432";
    private const string CreditCodeDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CreditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    // GB/T 2260; 83 is in residence permits for people of Taiwan.
    private static readonly HashSet<int> Provinces =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
    ];

    /// <summary>The numbers in a text.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="today">The day: nobody is born later.</param>
    public static IEnumerable<PersonalPiece> Find(string text, DateOnly today)
    {
        for (var i = 0; i + Length <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !DigitRun.CanBegin(text, i) || DigitRun.Read(text, i, Length, c => c is 'x' or 'X' or '×') is not { } run)
                continue;
            if (!IsValid(run.Digits, today) || IsCalledCreditCode(text, i, run.Digits))
                continue;
            yield return PersonalPiece.OfNumber(PersonalKind.IdentityNumber, text, run.Piece, First, Last);
            i = run.Piece.End - 1;
        }
    }

    /// <summary>Whether 18 digits are an identity number: a province, a day of birth, and the right check digit.</summary>
    public static bool IsValid(string digits, DateOnly today)
    {
        if (!Provinces.Contains(int.Parse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture)))
            return false;
        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year < 1900 || born > today)
            return false;
        var sum = Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();
        var last = digits[^1] is 'x' or '×' ? 'X' : digits[^1];
        return CheckDigits[sum % 11] == last;
    }

    /// <summary>A unified social credit code (GB 32100—2015) may have digits only and be an identity number by chance. It is one when the text says so.</summary>
    private static bool IsCalledCreditCode(string text, int at, string digits)
    {
        const int Near = 24;
        return IsCreditCode(digits) && text[Math.Max(0, at - Near)..at] is var before
            && (before.Contains("信用代码", StringComparison.Ordinal) || before.Contains("信用代碼", StringComparison.Ordinal));
    }

    private static bool IsCreditCode(string code)
    {
        if (!code.All(c => CreditCodeDigits.Contains(c)))
            return false;
        var sum = CreditCodeWeights.Select((weight, i) => weight * CreditCodeDigits.IndexOf(code[i])).Sum();
        return CreditCodeDigits.IndexOf(code[^1]) == (31 - (sum % 31)) % 31;
    }
}
