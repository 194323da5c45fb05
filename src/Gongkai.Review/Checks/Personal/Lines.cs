using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>The lines of a text.</summary>
internal static class Lines
{
    // A text without line ends is no line: what is further away is not beside.
    private const int MostBeside = 200;

    /// <summary>The lines in which some of the pieces stand, each once.</summary>
    public static IEnumerable<Piece> With(string text, IReadOnlyList<PersonalPiece> pieces)
    {
        var last = new Piece(-1, 0);
        foreach (var piece in pieces.Select(personal => personal.Piece).OrderBy(piece => piece.Start))
        {
            var from = Math.Max(0, piece.Start - MostBeside);
            var start = text.LastIndexOf('\n', Math.Max(0, piece.Start - 1), Math.Max(0, piece.Start - from)) is >= 0 and var before ? before + 1 : from;
            var until = Math.Min(text.Length, piece.End + MostBeside);
            var end = text.IndexOf('\n', piece.End, until - piece.End) is >= 0 and var after ? after : until;
            start = Math.Max(start, last.End);
            if (end <= start)
                continue;
            yield return last = new(start, end - start);
        }
    }
}
