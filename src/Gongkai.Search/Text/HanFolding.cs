using System.Collections.Frozen;
using ICU4N.Text;

namespace Gongkai.Search.Text;

/// <summary>
/// Folds text so that a search finds it however it was typed: Traditional to Simplified, full width to half width,
/// compatibility forms (㎡, ①, Ⅳ) to plain ones, upper case to lower.
/// </summary>
/// <remarks>
/// Index and query fold alike, so the mapping need not be good Chinese, only the same on both sides. ICU is asked once a character
/// and its answers kept in a table of the whole plane: the transliterator itself is some hundred times slower. ICU4N rather than the
/// platform's normalisation, so that an index means the same on every machine.
/// </remarks>
internal static class HanFolding
{
    /// <summary>In the table: this character becomes several, or none.</summary>
    private const char Expands = '\uFFFF';

    // What ICU's table leaves apart although people write either.
    private const string Overrides = "沈沉瀋沉渖沉讬托锺钟馀余衞卫凖准藉借麼么麽么著着眞真敎教祇只祗只曏向峯峰痲麻嚐尝苎苎苧苎薴苎甚什划画劃画";

    private static readonly Lazy<Table> Folds = new(Table.Build);

    private static readonly Lazy<FrozenDictionary<char, string>> Unfolds = new(() => Enumerable.Range(0, char.MaxValue + 1)
        .Where(c => Folds.Value.Single[c] is not Expands and var folded && folded != c)
        .GroupBy(c => Folds.Value.Single[c], c => (char)c)
        .ToFrozenDictionary(group => group.Key, group => group.Key + string.Concat(group)));

    /// <summary>Builds the table if nobody has yet (about a quarter of a second).</summary>
    public static void Prepare() => _ = Folds.Value;

    /// <summary>Folds a short text; whoever needs to find its way back to the original uses <see cref="FoldingBuffer"/>.</summary>
    public static string Fold(string text)
    {
        var buffer = new FoldingBuffer();
        buffer.Fold(text);
        return buffer.Folded.ToString();
    }

    /// <summary>Every character that folds to this one, itself first: 开 and 開.</summary>
    public static string FormsOf(char folded) => Unfolds.Value.TryGetValue(folded, out var forms) ? forms : folded.ToString();

    /// <summary>Folds <paramref name="source"/> into <paramref name="target"/>.</summary>
    internal static void Fold(ReadOnlySpan<char> source, FoldingBuffer target)
    {
        var table = Folds.Value;
        for (var i = 0; i < source.Length; i++)
        {
            var folded = table.Single[source[i]];
            if (folded != Expands)
                target.Append(folded, i);
            else
                target.Append(table.Expansions[source[i]], i);
        }
    }

    private sealed record Table(char[] Single, FrozenDictionary<char, string> Expansions)
    {
        public static Table Build()
        {
            var simplify = Transliterator.GetInstance("Traditional-Simplified");
            var normalise = Normalizer2.NFKCCaseFoldInstance;
            var single = new char[char.MaxValue + 1];
            var expansions = new Dictionary<char, string>();
            for (var i = 0; i <= char.MaxValue; i++)
            {
                var c = (char)i;
                // Surrogates pass as they are: no pair has a form of the other script that people type.
                var plain = char.IsSurrogate(c) ? c.ToString() : normalise.Normalize(c.ToString());
                if (plain.Length == 1 && plain[0] != Expands)
                {
                    single[c] = plain[0];
                }
                else
                {
                    single[c] = Expands;
                    expansions[c] = simplify.Transliterate(plain);
                }
            }

            var han = simplify.Transliterate(new string(single, '\u3400', '\uA000' - '\u3400'));
            han.CopyTo(0, single, '\u3400', han.Length);
            for (var i = 0; i < Overrides.Length; i += 2)
                single[Overrides[i]] = Overrides[i + 1];
            // Compatibility ideographs (U+F900…) became ordinary ones above; their own fold comes last.
            for (int c = '\uF900'; c < '\uFB00'; c++)
            {
                if (single[c] != Expands)
                    single[c] = single[single[c]];
            }

            return new Table(single, expansions.ToFrozenDictionary());
        }
    }
}
