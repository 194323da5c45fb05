using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds numbers of bank cards: 16 to 19 digits that begin as an issuer's do, with the right check digit (Luhn, ISO/IEC 7812).</summary>
public static class BankCards
{
    private const int Longest = 19;
    private const int Shortest = 16;

    /// <summary>The numbers in a text.</summary>
    /// <param name="text">What is read.</param>
    public static IEnumerable<PersonalPiece> Find(string text)
    {
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !DigitRun.CanBegin(text, i))
                continue;
            var run = Enumerable.Range(0, Longest - Shortest + 1).Select(less => DigitRun.Read(text, i, Longest - less)).FirstOrDefault(run => run is not null && IsCard(run));
            if (run is null)
                continue;
            yield return PersonalPiece.OfNumber(PersonalKind.BankCard, text, run.Piece, 4, 4);
            i = run.Piece.End - 1;
        }
    }

    /// <summary>Whether digits are a card's number.</summary>
    public static bool IsValid(string digits) => IsOfIssuer(digits) && HasCheckDigit(digits);

    private static bool IsCard(DigitRun run) => IsValid(run.Digits) && IsGroupedAsCard(run.Groups);

    /// <summary>Whole, in fours, as 6 and the rest, or one by one in boxes.</summary>
    private static bool IsGroupedAsCard(IReadOnlyList<int> groups) =>
        groups.Count == 1 || groups.All(group => group == 1) || (groups.Count == 2 && groups[0] == 6) || (groups.Take(groups.Count - 1).All(group => group == 4) && groups[^1] <= 4);

    private static bool IsOfIssuer(string digits) => (digits, digits.Length) switch
    {
        (['6', '2', ..], _) => true, // China UnionPay, 16 to 19
        (['4', ..], 16 or 19) => true, // Visa, and older cards of banks here
        (['5', >= '1' and <= '5', ..], 16) => true, // Mastercard
        (['2', '2' or '3' or '4' or '5' or '6' or '7', ..], 16) => string.CompareOrdinal(digits, "2221") > 0 && string.CompareOrdinal(digits, "2721") < 0,
        (['3', '5', >= '2' and <= '8', ..], 16) => true, // JCB
        (['9', '5', '5', '8' or '9', ..], 19) => true, // before UnionPay
        (['6', '0', '1', '3', '8', '2', ..], 19) => true,
        _ => false,
    };

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
