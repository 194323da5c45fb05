using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds where people live: what a text calls a home address, and a flat or a house of a village in a line with a person's number.</summary>
/// <remarks>Offices have addresses, too: one alone, without a person beside it, is none of these.</remarks>
public static partial class HomeAddresses
{
    private const string Labelled =
        @"(?:家庭住址|家庭地址|现住址|现居住地|住址|户籍地址|户籍所在地|户籍地|户口所在地|居住地址|居住地)(?: ?[:为]| ) ?(?<address>[\p{IsCJKUnifiedIdeographs}0-9A-Za-z#()\-]{3,60}(?:室|号|户|组|栋|幢|楼|村|单元))";

    private const string Flat = @"(?<address>\p{IsCJKUnifiedIdeographs}{2,24}[0-9\-]{1,6}(?:号楼|号|幢|栋|弄)[\p{IsCJKUnifiedIdeographs}0-9A-Za-z\-]{0,12}[0-9]{2,5}(?:室|户))";
    private const string House = @"(?<address>\p{IsCJKUnifiedIdeographs}{2,20}村(?:民委员会)?[一二三四五六七八九十0-9]{1,3}组(?:[0-9]{1,4}号)?)";

    // No pattern goes back over what it has read: a text takes the time of its length.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十");
    private static readonly SearchValues<char> Kept = SearchValues.Create("省市县区镇乡道");

    /// <summary>The addresses in a text.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="numbers">The numbers of people in it.</param>
    public static IEnumerable<PersonalPiece> Find(string text, IReadOnlyList<PersonalPiece> numbers)
    {
        var found = new List<Piece>();
        // «住址 和…证件号» is a form's list of what to fill in.
        foreach (Match match in LabelledPattern().Matches(text).Where(match => match.Groups["address"].Value.AsSpan().IndexOfAny(Numerals) >= 0))
            found.Add(PieceOf(match));
        foreach (var line in Lines.With(text, numbers))
        {
            foreach (Match match in HousePattern().Matches(text[line.Start..line.End]))
            {
                var piece = PieceOf(match) with { Start = line.Start + match.Groups["address"].Index };
                if (!found.Any(piece.Overlaps))
                    found.Add(piece);
            }
        }

        return found.OrderBy(piece => piece.Start).Select(piece => new PersonalPiece(PersonalKind.HomeAddress, piece, HiddenOf(text, piece)));
    }

    private static Piece PieceOf(Match match) => new(match.Groups["address"].Index, match.Groups["address"].Length);

    /// <summary>Down to the district or town it may be read.</summary>
    private static List<int> HiddenOf(string text, Piece piece)
    {
        var kept = text.AsSpan(piece.Start, Math.Max(0, piece.Length - 3)).LastIndexOfAny(Kept) + 1;
        return [.. Enumerable.Range(piece.Start + kept, piece.Length - kept)];
    }

    [GeneratedRegex(Labelled, Options)]
    private static partial Regex LabelledPattern();

    [GeneratedRegex(Flat + "|" + House, Options)]
    private static partial Regex HousePattern();
}
