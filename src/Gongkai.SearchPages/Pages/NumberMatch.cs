namespace Gongkai.SearchPages.Pages;

/// <summary>Whether what was asked is a document's number, whatever its brackets and spaces.</summary>
internal static class NumberMatch
{
    /// <summary>Whether the query names a number: 某政发[2021]5号 names 某政发〔2021〕5号.</summary>
    public static bool Is(string? query, string? number)
    {
        if (query is null || string.IsNullOrEmpty(number))
            return false;
        var asked = query.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant);
        return asked.SequenceEqual(number.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
    }
}
