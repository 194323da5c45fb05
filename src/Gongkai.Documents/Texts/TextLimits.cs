namespace Gongkai.Documents.Texts;

/// <summary>How far the text of attachments is read.</summary>
/// <param name="LargestFile">Larger files are not opened, in bytes.</param>
/// <param name="MostCharacters">How much of a text is kept.</param>
/// <param name="LongestTime">How long one file may take; after twice that its reader is ended.</param>
/// <param name="Memory">How much memory its reader may take, in bytes.</param>
internal sealed record TextLimits(long LargestFile, int MostCharacters, TimeSpan LongestTime, long Memory = TextLimits.UsualMemory)
{
    private const long UsualMemory = 512L * 1024 * 1024;

    /// <summary>Of a check somebody waits: after half a minute a file counts as not read.</summary>
    public static TextLimits Whole { get; } = new(100L * 1024 * 1024, 2_000_000, TimeSpan.FromSeconds(15));

    public static TextLimits Default { get; } = new(100L * 1024 * 1024, 400_000, TimeSpan.FromSeconds(20));
}
