using DiffPlex;

namespace Gongkai.Content;

/// <summary>Compares two texts by lines, and lines that became others by words; Chinese by characters.</summary>
/// <remarks>The work is bounded: what is too large to be compared finely is shown as taken out and put in whole.</remarks>
public static class TextComparison
{
    // Products of lengths: a fine comparison takes about a microsecond for a hundred.
    private const long MostLineWork = 25_000_000;
    private const long MostWordWork = 4_000_000;

    // Lines that share less than this part are other lines, not changed ones.
    private const double LeastShared = 0.35;

    /// <summary>The two texts beside each other.</summary>
    public static ComparedText Of(string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
            end++;

        var lines = new List<ComparedLine>();
        lines.AddRange(old.Take(start).Select(Same));
        AddMiddle(lines, old[start..(old.Length - end)], now[start..(now.Length - end)]);
        lines.AddRange(old.Skip(old.Length - end).Select(Same));
        return new(lines);
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    private static void AddMiddle(List<ComparedLine> lines, string[] old, string[] now)
    {
        var (before, after) = (string.Join('\n', old), string.Join('\n', now));
        if (before.Length == 0 || after.Length == 0 || (long)old.Length * now.Length > MostLineWork)
        {
            AddReplaced(lines, old, now);
            return;
        }

        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new Pieces(before, old, now));
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            lines.AddRange(old[at..block.DeleteStartA].Select(Same));
            at = block.DeleteStartA + block.DeleteCountA;
            AddReplaced(lines, old[block.DeleteStartA..at], now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
        }

        lines.AddRange(old[at..].Select(Same));
    }

    /// <summary>Lines that became others: those that are still alike stand beside each other.</summary>
    private static void AddReplaced(List<ComparedLine> lines, string[] old, string[] now)
    {
        var pairs = Math.Min(old.Length, now.Length);
        for (var i = 0; i < pairs; i++)
        {
            if (CompareWords(old[i], now[i]) is { } pair)
                lines.Add(pair);
            else
                lines.AddRange([Removed(old[i]), Added(now[i])]);
        }

        lines.AddRange(old.Skip(pairs).Select(Removed));
        lines.AddRange(now.Skip(pairs).Select(Added));
    }

    private static ComparedLine? CompareWords(string old, string now)
    {
        if (old.Length == 0 || now.Length == 0 || (long)old.Length * now.Length > MostWordWork)
            return null;
        var (before, after) = (TextWords.Of(old), TextWords.Of(now));
        var diff = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, new Pieces(old, before, after));
        var (left, right) = (new List<TextPiece>(), new List<TextPiece>());
        var (at, shared) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            AddSame(string.Concat(before[at..block.DeleteStartA]));
            at = block.DeleteStartA + block.DeleteCountA;
            Add(left, string.Concat(before[block.DeleteStartA..at]), PieceKind.Removed);
            Add(right, string.Concat(after[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]), PieceKind.Added);
        }

        AddSame(string.Concat(before[at..]));
        return shared < LeastShared * Math.Min(old.Length, now.Length) ? null : new(left, right);

        void AddSame(string text)
        {
            shared += text.Length;
            Add(left, text, PieceKind.Same);
            Add(right, text, PieceKind.Same);
        }
    }

    private static void Add(List<TextPiece> pieces, string text, PieceKind kind)
    {
        if (text.Length > 0)
            pieces.Add(new(text, kind));
    }

    private static ComparedLine Same(string line)
    {
        TextPiece[] pieces = [new(line, PieceKind.Same)];
        return new(pieces, pieces);
    }

    private static ComparedLine Removed(string line) => new([new(line, PieceKind.Removed)], null);

    private static ComparedLine Added(string line) => new(null, [new(line, PieceKind.Added)]);

    /// <summary>Hands the pieces over that are cut already.</summary>
    private sealed class Pieces(string before, string[] old, string[] now) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => ReferenceEquals(text, before) ? old : now;
    }
}
