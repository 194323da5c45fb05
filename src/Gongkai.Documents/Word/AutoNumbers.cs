using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static Gongkai.Documents.Word.WordXml;

namespace Gongkai.Documents.Word;

/// <summary>Counts the automatic numbering of a document along its paragraphs.</summary>
internal sealed class AutoNumbers
{
    private const int Levels = 9;

    private readonly Dictionary<string, Numbering> _numberings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Reads the part <c>numbering.xml</c>; without one nothing is numbered.</summary>
    public AutoNumbers(XElement? root)
    {
        if (root is null)
            return;
        var abstracts = root.Elements(W + "abstractNum").GroupBy(element => (string?)element.Attribute(W + "abstractNumId") ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var number in root.Elements(W + "num"))
        {
            if (number.Attribute(W + "numId")?.Value is { } id && number.Val("abstractNumId") is { } abstractId && abstracts.TryGetValue(abstractId, out var definition))
                _numberings[id] = new(abstractId, [.. Enumerable.Range(0, Levels).Select(level => LevelOf(definition, number, level))]);
        }
    }

    /// <summary>The number of the next paragraph of a list; null when it has none.</summary>
    public AutoNumber? Next(string? numberingId, int level)
    {
        if (numberingId is null or "0" || level is < 0 or >= Levels || !_numberings.TryGetValue(numberingId, out var numbering) || numbering.Levels[level] is not { } own)
            return null;
        if (own.Format == "bullet")
            return new(level, null, "");
        var counts = CountsOf(numberingId, numbering);
        counts[level] = counts[level] < 0 ? own.Start : counts[level] + 1;
        Array.Fill(counts, -1, level + 1, Levels - level - 1);
        var text = Text(numbering, own, counts);
        // «1.» counts a list; any other number is text.
        return new(level, own is { Format: "decimal" } && own.Text == $"%{level + 1}." ? counts[level] : null, text);
    }

    private int[] CountsOf(string id, Numbering numbering)
    {
        // Lists of one definition go on counting, unless one says where it starts.
        var key = numbering.Levels.Any(level => level is { IsOwnStart: true }) ? "num " + id : numbering.AbstractId;
        if (!_counts.TryGetValue(key, out var counts))
        {
            counts = new int[Levels];
            Array.Fill(counts, -1);
            _counts.Add(key, counts);
        }

        return counts;
    }

    private static string Text(Numbering numbering, NumberLevel own, int[] counts)
    {
        var text = new StringBuilder(own.Text);
        for (var i = 0; i < Levels; i++)
        {
            var place = $"%{i + 1}";
            if (own.Text.Contains(place, StringComparison.Ordinal))
                text.Replace(place, NumberFormats.Write(counts[i] < 0 ? numbering.Levels[i]?.Start ?? 1 : counts[i], own.IsLegal ? "decimal" : numbering.Levels[i]?.Format ?? "decimal"));
        }

        return text.ToString();
    }

    private static NumberLevel? LevelOf(XElement definition, XElement number, int level)
    {
        var place = level.ToString(CultureInfo.InvariantCulture);
        var change = number.Elements(W + "lvlOverride").FirstOrDefault(element => (string?)element.Attribute(W + "ilvl") == place);
        var found = change?.Element(W + "lvl") ?? definition.Elements(W + "lvl").FirstOrDefault(element => (string?)element.Attribute(W + "ilvl") == place);
        if (found is null)
            return null;
        var start = change.Val("startOverride");
        return new(
            Number(start ?? found.Val("start")) ?? 1, found.Val("numFmt") ?? "decimal", found.Val("lvlText") ?? "", found.IsOn("isLgl") ?? false, start is not null);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Numbering(string AbstractId, NumberLevel?[] Levels);

    private sealed record NumberLevel(int Start, string Format, string Text, bool IsLegal, bool IsOwnStart);
}

/// <summary>What automatic numbering puts before a paragraph.</summary>
/// <param name="Level">The level, from 0.</param>
/// <param name="Number">Its number, where it counts a list as «1.», «2.».</param>
/// <param name="Text">Number and marks as Word shows them; empty for a bullet.</param>
internal sealed record AutoNumber(int Level, int? Number, string Text);
