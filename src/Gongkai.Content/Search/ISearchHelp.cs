namespace Gongkai.Content;

/// <summary>Port: helps people to say what they look for. Everything comes from what is public now.</summary>
public interface ISearchHelp
{
    /// <summary>The longest text that suggestions are made for, in characters.</summary>
    const int LongestTyped = 64;

    /// <summary>What somebody who typed this may be about to ask, best first. Chinese by its beginning or middle, by pinyin, or by the initials of pinyin.</summary>
    /// <param name="typed">What was typed so far; blank or longer than <see cref="LongestTyped"/> gives nothing.</param>
    /// <param name="most">How many, 1–20.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IReadOnlyList<Suggestion> Suggest(string? typed, int most, CancellationToken cancellationToken = default);

    /// <summary>What a query that finds nothing or little was perhaps meant to be, in the site's own words: what sounds the same, or differs by one character. It finds more than the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="found">How many results it has that have all of its words.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when there is nothing better.</returns>
    string? Correct(string query, int found, CancellationToken cancellationToken = default);

    /// <summary>The words of a query as a page can look for them in its text, whatever script either is in.</summary>
    IReadOnlyList<SoughtWord> WordsOf(string? query);

    /// <summary>Makes ready what takes seconds the first time: how titles are read aloud, and the index's files in memory. A home that serves calls it beside its start.</summary>
    void Prepare();
}

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A query that others ask often.</summary>
    Query,

    /// <summary>A term of a taxonomy.</summary>
    Term,

    /// <summary>Words that titles have.</summary>
    Word,

    /// <summary>A title.</summary>
    Title,

    /// <summary>A question that a Q&amp;A issue answers.</summary>
    Question,
}

/// <summary>A suggestion.</summary>
/// <param name="Text">What would be asked, the typed part marked.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ContentType">The type of the item whose title it is; empty otherwise.</param>
public sealed record Suggestion(MarkedText Text, SuggestionKind Kind, string ContentType = "");

/// <summary>A word to look for in a text: as it stands or, where it does not stand anywhere, by its parts.</summary>
/// <param name="Characters">Its characters, each as all the forms in which it may be written.</param>
/// <param name="Parts">Its parts, likewise; none when it has none.</param>
public sealed record SoughtWord(IReadOnlyList<string> Characters, IReadOnlyList<IReadOnlyList<string>> Parts);
