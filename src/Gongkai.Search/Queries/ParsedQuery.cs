using Gongkai.Search.Text;

namespace Gongkai.Search.Queries;

/// <summary>What a person's words ask for. Parsing never fails: whatever is typed means something, if only nothing.</summary>
/// <param name="Terms">What a hit must have, all of it.</param>
/// <param name="Numbers">Tokens of the document numbers that the query may name; a hit that carries one needs no term.</param>
/// <param name="HasText">Whether anything but white space was typed; when not, everything matches.</param>
internal sealed record ParsedQuery(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<string> Numbers, bool HasText)
{
    /// <summary>The longest query taken, in characters; whoever asks checks before.</summary>
    public const int LongestText = 512;

    // Some single characters fold to eighteen.
    private const int MostTokens = LongestText;

    private const string Opening = "“\"「『";
    private const string Closing = "”\"」』";

    /// <summary>Reads <paramref name="text"/>: spaces part the terms, quotation marks of any kind around one ask for it exactly as it stands.</summary>
    /// <remarks>Marks inside a sentence (“五个坚持”指什么) or left open are punctuation like any other.</remarks>
    public static ParsedQuery Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ParsedQuery([], [], HasText: false);

        text = text.Length > LongestText ? text[..LongestText] : text;
        var terms = new List<SearchTerm>();
        var tokens = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                Add(text[start..i], isQuoted: false);
                start = i + 1;
            }
            else if (Opening.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var mark && i == start && text.IndexOf(Closing[mark], i + 1) is > 0 and var end && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])))
            {
                Add(text[(i + 1)..end], isQuoted: true);
                start = end + 1;
                i = end;
            }
        }

        Add(text[start..], isQuoted: false);
        return new ParsedQuery(terms, DocumentNumbers.Candidates(text), HasText: true);

        void Add(string part, bool isQuoted)
        {
            var folded = HanFolding.Fold(part);
            var found = TokenScanner.Scan(folded);
            if (found.Count > MostTokens - tokens)
                found.RemoveRange(MostTokens - tokens, found.Count - (MostTokens - tokens));
            tokens += found.Count;
            if (found.Count > 0)
                terms.Add(new SearchTerm(folded, found, isQuoted));
        }
    }
}
