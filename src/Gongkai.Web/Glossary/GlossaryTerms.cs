using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Gongkai.Web.Glossary;

/// <summary>A term found in a text.</summary>
/// <param name="Term">The term.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it takes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FoundTerm(GlossaryTerm Term, int Start, int Length);

/// <summary>All terms of a glossary, made ready for finding: a text is gone through once, however many terms there are. Immutable.</summary>
public sealed class GlossaryTerms
{
    // What a page may look for; more would be a dictionary.
    private const int Most = 2000;

    private readonly SearchValues<string> _spellings;
    private readonly FrozenDictionary<char, (string Spelling, GlossaryTerm Term)[]> _byFirst;

    /// <summary>Makes a glossary ready.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="reading">How a text is read, by which terms are ordered.</param>
    public GlossaryTerms(IEnumerable<GlossaryTerm> terms, Func<string, string> reading)
    {
        All = [.. terms.Take(Most).Select(term => (Reading: reading(term.Term), Term: term)).OrderBy(term => term.Reading, StringComparer.Ordinal).ThenBy(term => term.Term.Term, StringComparer.Ordinal)
            .ThenBy(term => term.Term.Id, StringComparer.Ordinal).Select(term => term.Term)];
        // Of two terms that are written alike the first one counts; Latin words are found in either case.
        var spellings = All.SelectMany(term => term.Spellings, (term, spelling) => (spelling, term)).DistinctBy(pair => pair.spelling, StringComparer.OrdinalIgnoreCase).ToList();
        _spellings = SearchValues.Create([.. spellings.Select(pair => pair.spelling)], StringComparison.OrdinalIgnoreCase);
        _byFirst = spellings.GroupBy(pair => char.ToUpperInvariant(pair.spelling[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.spelling.Length).ToArray());
    }

    /// <summary>No terms.</summary>
    public static GlossaryTerms None { get; } = new([], text => text);

    /// <summary>The terms in the order of a dictionary.</summary>
    public IReadOnlyList<GlossaryTerm> All { get; }

    /// <summary>Whether a text is explained.</summary>
    public bool Knows(string text) => _byFirst.GetValueOrDefault(text.Length > 0 ? char.ToUpperInvariant(text[0]) : '\0') is { } terms
        && Array.Exists(terms, pair => pair.Spelling.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The terms in a text from left to right; of those that begin at one place the longest.</summary>
    /// <param name="text">A text without markup.</param>
    public IEnumerable<FoundTerm> In(string text)
    {
        for (var at = NextIn(text, 0); at >= 0;)
        {
            if (LongestAt(text, at) is { } found)
            {
                yield return found;
                at = NextIn(text, at + found.Length);
            }
            else
            {
                at = NextIn(text, at + 1);
            }
        }
    }

    private int NextIn(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(_spellings);
        return found < 0 ? -1 : from + found;
    }

    private FoundTerm? LongestAt(string text, int at)
    {
        foreach (var (spelling, term) in _byFirst.GetValueOrDefault(char.ToUpperInvariant(text[at])) ?? [])
        {
            if (text.AsSpan(at).StartsWith(spelling, StringComparison.OrdinalIgnoreCase) && IsWhole(text, at, spelling.Length))
                return new(term, at, spelling.Length);
        }

        return null;
    }

    /// <summary>A Latin word is found whole only: PPP is not in APPPLE.</summary>
    private static bool IsWhole(string text, int at, int length) =>
        !(char.IsAsciiLetterOrDigit(text[at]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
        && !(char.IsAsciiLetterOrDigit(text[at + length - 1]) && at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length]));
}
