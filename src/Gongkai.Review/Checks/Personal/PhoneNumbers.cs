using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds telephone numbers by the numbering plan of the mainland: mobile ones, and landlines with their area code.</summary>
public static class PhoneNumbers
{
    private const int MobileLength = 11;

    // How people group the digits of a mobile number.
    private static readonly int[][] MobileGroups = [[11], [3, 4, 4], [3, 8], [7, 4], [3, 3, 5], [4, 3, 4], [5, 6]];

    private const string Units = "元万亿吨㎡米%";

    /// <summary>The mobile numbers in a text.</summary>
    /// <param name="text">What is read.</param>
    public static IEnumerable<PersonalPiece> FindMobile(string text)
    {
        for (var i = 0; i + MobileLength <= text.Length; i++)
        {
            if (text[i] != '1' || !CanBeginMobile(text, i) || DigitRun.Read(text, i, MobileLength) is not { } run)
                continue;
            if (run.Digits[1] < '3' || !IsGroupedAsMobile(run.Groups) || (run.Piece.End < text.Length && Units.Contains(text[run.Piece.End])))
                continue;
            yield return PersonalPiece.OfNumber(PersonalKind.MobileNumber, text, run.Piece, 3, 4);
            i = run.Piece.End - 1;
        }
    }

    /// <summary>The landlines in a text: 0527-84123456, (010) 6512 3456.</summary>
    /// <param name="text">What is read.</param>
    public static IEnumerable<PersonalPiece> FindLandline(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '0' || !DigitRun.CanBegin(text, i) || IsBehindDigits(text, i) || Landline(text, i) is not { } piece)
                continue;
            yield return PersonalPiece.OfNumber(PersonalKind.LandlineNumber, text, piece, AreaLength(text, i), 4);
            i = piece.End - 1;
        }
    }

    private static bool CanBeginMobile(string text, int at) =>
        DigitRun.CanBegin(text, at) || (at >= 2 && text[at - 2] == '8' && text[at - 1] == '6' && (at == 2 || !char.IsAsciiLetterOrDigit(text[at - 3]) || (at >= 4 && text[at - 4] == '0' && text[at - 3] == '0')));

    private static bool IsGroupedAsMobile(IReadOnlyList<int> groups) => groups.Count == MobileLength || MobileGroups.Any(known => known.SequenceEqual(groups));

    /// <summary>Whether it goes on with a number: the middle of 2021-0527-8412345 is none.</summary>
    private static bool IsBehindDigits(string text, int at) => at >= 2 && text[at - 1] is '-' or '/' && char.IsAsciiDigit(text[at - 2]);

    private static int AreaLength(string text, int at) => text[at + 1] is '1' or '2' ? 3 : 4;

    private static Piece? Landline(string text, int at)
    {
        if (at + 10 > text.Length || !IsArea(text, at))
            return null;
        var area = AreaLength(text, at);
        var place = at + area;
        while (place < text.Length && place < at + area + 3 && text[place] is ' ' or '-' or ')')
            place++;
        // Local numbers begin with 2 to 8, and have eight digits where the area code has three.
        if (place >= text.Length || text[place] is < '2' or > '8')
            return null;
        var run = DigitRun.Read(text, place, 8) ?? (area == 4 ? DigitRun.Read(text, place, 7) : null);
        return run is { Groups.Count: 1 or 2 } ? new(at, run.Piece.End - at) : null;
    }

    private static bool IsArea(string text, int at) => (text[at + 1], text[at + 2]) switch
    {
        ('1', '0') => true,
        ('2', >= '0' and <= '9' and not '6') => true,
        ( >= '3' and <= '9', >= '0' and <= '9') => char.IsAsciiDigit(text[at + 3]),
        _ => false,
    };
}
