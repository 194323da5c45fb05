using System.Runtime.InteropServices;

namespace Gongkai.Search.Indexing;

/// <summary>Cuts a text into stretches of some thousand characters, so that a snippet need not read the whole of a long law.</summary>
internal static class Stretches
{
    private const int Longest = 4000;
    private const int Shortest = 1000;

    // Snippets come from the first hundred thousand characters or so; nobody waits for more.
    private const int Most = 25;

    /// <summary>The stretches, cut at a line's or a sentence's end where there is one.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < Most && start < text.Length; i++)
        {
            var end = start + Longest < text.Length ? EndOf(text, start) : text.Length;
            yield return text[start..end];
            start = end;
        }
    }

    /// <summary>A stretch as it is stored: UTF-16 in the machine's order of bytes, which is read without being decoded.</summary>
    public static byte[] Store(string stretch) => MemoryMarshal.AsBytes(stretch.AsSpan()).ToArray();

    /// <summary>The characters of what was stored.</summary>
    public static ReadOnlySpan<char> Read(byte[] stored) => MemoryMarshal.Cast<byte, char>(stored);

    /// <summary>The lengths of the stretches as they are stored: two bytes each.</summary>
    public static byte[] StoreLengths(IEnumerable<string> stretches) => MemoryMarshal.AsBytes([.. stretches.Select(stretch => (ushort)stretch.Length)]).ToArray();

    /// <summary>The lengths that were stored, in characters.</summary>
    public static ReadOnlySpan<ushort> ReadLengths(byte[] stored) => MemoryMarshal.Cast<byte, ushort>(stored);

    private static int EndOf(string text, int start)
    {
        var stretch = text.AsSpan(start, Longest);
        var cut = stretch.LastIndexOf('\n');
        if (cut < Shortest)
            cut = stretch.LastIndexOf('。');
        if (cut >= Shortest)
            return start + cut + 1;
        return start + (char.IsHighSurrogate(stretch[^1]) ? Longest - 1 : Longest);
    }
}
