namespace Gongkai.Review.Checks.Reading;

/// <summary>A number as people write it: its digits, and how they are grouped.</summary>
/// <param name="Piece">Where it stands.</param>
/// <param name="Digits">Its digits, without what parts them.</param>
/// <param name="Groups">How many digits stand together.</param>
public sealed record DigitRun(Piece Piece, string Digits, IReadOnlyList<int> Groups)
{
    // Between two digits of one number stand at most two: 3 2 1 or 3213 - 21.
    private const int MostBetween = 3;

    /// <summary>Whether a number can begin here: not in the middle of another, of a word, or behind a decimal point.</summary>
    public static bool CanBegin(string text, int at) =>
        at == 0 || (!char.IsAsciiLetterOrDigit(text[at - 1]) && !(text[at - 1] == '.' && at > 1 && char.IsAsciiDigit(text[at - 2])));

    /// <summary>Whether a number can end before this place.</summary>
    public static bool CanEnd(string text, int end) =>
        end == text.Length || (!char.IsAsciiLetterOrDigit(text[end]) && !(text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

    /// <summary>Reads a number of so many digits, which may be parted by spaces and hyphens; null when there is none.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="count">How many digits.</param>
    /// <param name="last">Whether a character may be the last digit; null for digits only.</param>
    public static DigitRun? Read(string text, int at, int count, Func<char, bool>? last = null)
    {
        Span<char> digits = stackalloc char[count];
        var (groups, inGroup, place) = (new List<int>(), 0, at);
        for (var i = 0; i < count; i++)
        {
            var next = place;
            while (i > 0 && next < text.Length && next - place < MostBetween && text[next] is ' ' or '-')
                next++;
            if (next >= text.Length || !(char.IsAsciiDigit(text[next]) || (i == count - 1 && last?.Invoke(text[next]) == true)))
                return null;
            if (next > place)
            {
                groups.Add(inGroup);
                inGroup = 0;
            }

            digits[i] = text[next];
            inGroup++;
            place = next + 1;
        }

        groups.Add(inGroup);
        return CanEnd(text, place) ? new(new(at, place - at), new string(digits), groups) : null;
    }
}
