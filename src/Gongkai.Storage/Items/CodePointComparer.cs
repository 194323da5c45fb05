namespace Gongkai.Storage;

/// <summary>Compares texts as the databases do, by their UTF-8 bytes: characters outside the basic plane come last, not among the surrogates.</summary>
internal sealed class CodePointComparer : IComparer<string>
{
    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> first = x, second = y;
        var same = first.CommonPrefixLength(second);
        if (same == first.Length || same == second.Length)
            return first.Length.CompareTo(second.Length);
        var (one, other) = (first[same], second[same]);
        return char.IsSurrogate(one) == char.IsSurrogate(other) ? one.CompareTo(other) : char.IsSurrogate(one) ? 1 : -1;
    }
}
