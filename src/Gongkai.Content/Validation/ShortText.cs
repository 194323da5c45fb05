namespace Gongkai.Content;

/// <summary>Shortens what a message quotes: the value may be anything and of any length.</summary>
public static class ShortText
{
    private const int Length = 40;

    /// <summary>The text, or its beginning with an ellipsis.</summary>
    public static string Of(string text) => text.Length <= Length ? text : text[..Length] + "…";

    /// <summary>The text, or its first characters; a character of two code units is not cut in half.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
