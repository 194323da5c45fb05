namespace Gongkai.Content;

/// <summary>What a piece of a text is, beside the other version.</summary>
public enum PieceKind
{
    /// <summary>Both versions have it.</summary>
    Same,

    /// <summary>Only the version before has it.</summary>
    Removed,

    /// <summary>Only the version after has it.</summary>
    Added,
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
public sealed record TextPiece(string Text, PieceKind Kind);

/// <summary>A line of a text beside the line that it became. A side that has no such line is null.</summary>
/// <param name="Before">The line's pieces before, the same ones and removed ones.</param>
/// <param name="After">The line's pieces after, the same ones and added ones.</param>
public sealed record ComparedLine(IReadOnlyList<TextPiece>? Before, IReadOnlyList<TextPiece>? After)
{
    /// <summary>Whether something of the line changed.</summary>
    public bool IsChanged => Before is null || After is null || Before.Concat(After).Any(piece => piece.Kind != PieceKind.Same);
}

/// <summary>Two texts beside each other.</summary>
/// <param name="Lines">Their lines.</param>
public sealed record ComparedText(IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>Whether the texts differ.</summary>
    public bool IsChanged => Lines.Any(line => line.IsChanged);

    /// <summary>The changed lines with some around them; runs of unchanged lines between are null.</summary>
    /// <param name="around">How many unchanged lines are kept before and after a change.</param>
    public IEnumerable<ComparedLine?> Excerpt(int around)
    {
        var skips = false;
        for (var i = 0; i < Lines.Count; i++)
        {
            var isNear = Lines.Skip(Math.Max(0, i - around)).Take(around + 1 + Math.Min(i, around)).Any(line => line.IsChanged);
            if (isNear)
                yield return Lines[i];
            else if (!skips)
                yield return null;
            skips = !isNear;
        }
    }
}
