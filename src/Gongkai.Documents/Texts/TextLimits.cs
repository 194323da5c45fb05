namespace Gongkai.Documents.Texts;

/// <summary>How far the text of attachments is read.</summary>
/// <param name="LargestFile">Larger files are not opened, in bytes.</param>
/// <param name="MostCharacters">How much of a text is kept.</param>
/// <param name="LongestTime">How long one file may take.</param>
internal sealed record TextLimits(long LargestFile, int MostCharacters, TimeSpan LongestTime)
{
    public static TextLimits Default { get; } = new(100L * 1024 * 1024, 400_000, TimeSpan.FromSeconds(20));
}
