using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Media;

/// <summary>What the library says of files.</summary>
internal static class MediaTexts
{
    private const int LongestAlternative = 500;

    /// <summary>An alternative text as it is kept: one line, not endless.</summary>
    public static string Alternative(string? typed)
    {
        var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestAlternative ? line : line[..LongestAlternative];
    }

    /// <summary>What became of a file, where it is not as it was; empty when there is nothing to say.</summary>
    public static string NoteOn(MediaUpload upload, DeskTexts texts)
    {
        if (upload.Picture is not { } picture)
            return "";
        var note = picture.WasReduced ? texts["已缩小到 {0} × {1} 像素。", picture.Width, picture.Height] : "";
        return picture.WasAnimated ? note + texts["动图只保留了第一帧。"] : note;
    }
}
