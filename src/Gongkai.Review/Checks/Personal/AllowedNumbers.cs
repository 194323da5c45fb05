namespace Gongkai.Review.Checks.Personal;

/// <summary>The numbers that an office makes public itself: its hotlines, its duty mobile, its account. Only their digits count; <c>0527-8435*</c> is all that begin so.</summary>
/// <param name="numbers">The numbers as people write them.</param>
public sealed class AllowedNumbers(IEnumerable<string> numbers)
{
    private readonly IReadOnlyList<(string Digits, bool IsBeginning)> _numbers =
        [.. numbers.Select(number => (DigitsOf(number), number.TrimEnd().EndsWith('*'))).Where(number => number.Item1.Length > 0)];

    /// <summary>None.</summary>
    public static AllowedNumbers None { get; } = new([]);

    /// <summary>Whether a number in a text is one of them.</summary>
    public bool Has(string text, PersonalPiece piece)
    {
        var digits = DigitsOf(text.AsSpan(piece.Piece.Start, piece.Piece.Length));
        return _numbers.Any(number => number.IsBeginning ? digits.StartsWith(number.Digits, StringComparison.Ordinal) : digits == number.Digits);
    }

    private static string DigitsOf(ReadOnlySpan<char> text)
    {
        var digits = "";
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits += c;
        }

        return digits;
    }
}
