using Gongkai.Content;

namespace Gongkai.Web.Glossary;

/// <summary>A term and what it means, in plain words.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Term">The term.</param>
/// <param name="OtherSpellings">Other ways in which texts write it.</param>
/// <param name="Explanation">What it means; plain text.</param>
public sealed record GlossaryTerm(string Id, string Term, IReadOnlyList<string> OtherSpellings, string Explanation)
{
    /// <summary>The type of the items.</summary>
    public const string ContentType = "GlossaryTerm";

    /// <summary>The page of all terms.</summary>
    public const string PagePath = "/glossary";

    // A term is a name, not a sentence; one character would be found everywhere.
    private const int Shortest = 2;
    private const int Longest = 40;

    /// <summary>Its anchor on the page of all terms.</summary>
    public string Anchor => "term-" + Id;

    /// <summary>The ways in which texts write it, itself first.</summary>
    public IEnumerable<string> Spellings => OtherSpellings.Prepend(Term);

    /// <summary>Reads an item; null when it has no term or does not explain it.</summary>
    public static GlossaryTerm? Of(ContentItem item)
    {
        var term = item.Part("TitlePart")?.Text("Title")?.Trim() ?? "";
        var part = item.Part(ContentType);
        if (!IsSpelling(term) || part?.TextField("Explanation")?.Trim() is not { Length: > 0 } explanation)
            return null;
        return new(item.ContentItemId, term, [.. (part.Child("OtherSpellings")?.Texts("Values") ?? []).Select(text => text.Trim()).Where(IsSpelling).Distinct(StringComparer.Ordinal)], explanation);
    }

    private static bool IsSpelling(string text) => text.Length is >= Shortest and <= Longest;
}
