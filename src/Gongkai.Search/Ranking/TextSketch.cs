using System.Numerics;
using Gongkai.Search.Text;

namespace Gongkai.Search.Ranking;

/// <summary>A text in 64 bytes by which texts that say nearly the same are told: a notice, and the notice that passes it on.</summary>
/// <remarks>
/// One-permutation MinHash (Li, Owen, Zhang 2012): the runs of four characters of the folded text fall into 64 bins by their hash, and a
/// bin keeps the lowest byte of the least hash. The share of equal bins estimates the Jaccard similarity of the runs, give or take 0.05.
/// </remarks>
internal static class TextSketch
{
    private const int Bins = 64;
    private const int Run = 4;

    // Shorter texts have too few runs to be told apart.
    private const int LeastLength = 300;

    /// <summary>The share of equal bins from which two texts are twins.</summary>
    private const int LeastEqual = 52;

    /// <summary>The same for two texts of one title: versions of a law change more, and a title as «公告» says nothing alone.</summary>
    private const int LeastEqualOfVersions = 16;

    /// <summary>The sketch of a text; empty for a short one, which has no twins.</summary>
    public static byte[] Of(string text)
    {
        var characters = HanFolding.Fold(text).Where(char.IsLetterOrDigit).ToArray();
        if (characters.Length < LeastLength)
            return [];
        Span<ulong> least = stackalloc ulong[Bins];
        least.Fill(ulong.MaxValue);
        for (var i = 0; i + Run <= characters.Length; i++)
        {
            var run = characters[i] | ((ulong)characters[i + 1] << 16) | ((ulong)characters[i + 2] << 32) | ((ulong)characters[i + 3] << 48);
            var hash = Mix(run);
            ref var bin = ref least[(int)(hash >> 58)];
            bin = Math.Min(bin, hash & 0x03FF_FFFF_FFFF_FFFF);
        }

        var sketch = new byte[Bins];
        for (var i = 0; i < Bins; i++)
            sketch[i] = (byte)(least[i] ^ (least[i] >> 29));
        return sketch;
    }

    /// <summary>Whether two texts say nearly the same.</summary>
    public static bool AreTwins(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => HaveEqual(one, other, LeastEqual);

    /// <summary>Whether two texts of one title are versions of one document.</summary>
    public static bool AreVersions(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => HaveEqual(one, other, LeastEqualOfVersions);

    private static bool HaveEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int least)
    {
        if (one.Length != Bins || other.Length != Bins)
            return false;
        var equal = 0;
        for (var i = 0; i < Bins; i++)
            equal += one[i] == other[i] ? 1 : 0;
        return equal >= least;
    }

    /// <summary>The finaliser of SplitMix64: every bit of the run moves every bit of the hash.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ BitOperations.RotateRight(value, 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
