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

    private const int MostParts = 64;

    /// <summary>What a hit must not have (<c>-草案</c>).</summary>
    public IReadOnlyList<SearchTerm> Excluded { get; init; } = [];

    /// <summary>What the title must have (<c>标题:</c>).</summary>
    public IReadOnlyList<SearchTerm> TitleTerms { get; init; } = [];

    /// <summary>Tokens of numbers of which a hit must carry one (<c>文号:</c>); null when that was not asked.</summary>
    public IReadOnlyList<string>? RequiredNumbers { get; init; }

    /// <summary>What was typed free and unquoted, folded, question words and all: synonyms are looked up in it.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Names of who issued it, folded (<c>发布机构:</c>); several narrow.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>Years (<c>年份:</c>); several widen.</summary>
    public IReadOnlyList<string> Years { get; init; } = [];

    /// <summary>Whether it is a question: then a hit needs but a part of it, and the ranking does the rest.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Whether it names a place.</summary>
    public bool NamesPlace { get; init; }

    /// <summary>All of it, folded, without white space at its ends.</summary>
    public string Folded { get; init; } = "";

    /// <summary>Whether there are words that a text could match.</summary>
    public bool HasWords => Terms.Count + TitleTerms.Count + Excluded.Count > 0 || RequiredNumbers is not null;

    /// <summary>Whether there is nothing but field words for filters, which are no words to look for.</summary>
    public bool IsOnlyFilters => !HasWords && Issuers.Count + Years.Count > 0;

    /// <summary>Reads <paramref name="text"/>: spaces part the terms, quotation marks of any kind around one ask for it exactly as it stands.</summary>
    public static ParsedQuery Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ParsedQuery([], [], HasText: false);

        text = text.Length > LongestText ? text[..LongestText] : text;
        var whole = HanFolding.Fold(text).Trim();
        var isQuestion = QuestionWords.IsQuestion(whole);
        var (terms, excluded, titleTerms) = (new List<SearchTerm>(), new List<SearchTerm>(), new List<SearchTerm>());
        var (issuers, years, required, free, said) = (new List<string>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var tokens = 0;
        foreach (var part in QueryPart.Read(text).Take(MostParts))
        {
            if (part.IsExcluded)
                Add(excluded, part, HanFolding.Fold(part.Text));
            else if (part.Field == QueryField.Title)
                Add(titleTerms, part, HanFolding.Fold(part.Text));
            else if (part.Field == QueryField.Number)
                required.AddRange(DocumentNumbers.Candidates(part.Text));
            else if (part.Field == QueryField.Issuer)
                issuers.Add(HanFolding.Fold(part.Text).Trim());
            else if (part.Field == QueryField.Year && HanFolding.Fold(part.Text).TrimEnd('年') is { Length: 4 } year && year.All(char.IsAsciiDigit))
                years.Add(year);
            else
                AddFree(part);
        }

        return new ParsedQuery(terms, free.Count > 0 ? DocumentNumbers.Candidates(string.Join(' ', free)) : [], HasText: true)
        {
            Excluded = excluded,
            TitleTerms = titleTerms,
            RequiredNumbers = required.Count > 0 ? required : null,
            Said = said,
            Issuers = issuers,
            Years = years,
            IsQuestion = isQuestion,
            NamesPlace = Places.AreIn(whole),
            Folded = whole,
        };

        void AddFree(QueryPart part)
        {
            free.Add(part.Text);
            var folded = HanFolding.Fold(part.Text);
            if (!part.IsQuoted)
                said.Add(folded);
            Add(terms, part, isQuestion && !part.IsQuoted ? QuestionWords.Strip(folded) : folded);
        }

        void Add(List<SearchTerm> to, QueryPart part, string folded)
        {
            var found = TokenScanner.Scan(folded);
            if (found.Count > MostTokens - tokens)
                found.RemoveRange(MostTokens - tokens, found.Count - (MostTokens - tokens));
            tokens += found.Count;
            if (found.Count > 0)
                to.Add(new SearchTerm(folded, found, part.IsQuoted));
        }
    }
}
