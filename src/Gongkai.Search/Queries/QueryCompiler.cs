using Gongkai.Search.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Queries;

/// <summary>Makes Lucene's query of a parsed one.</summary>
/// <remarks>
/// What matches is decided on <see cref="IndexFields.Text"/> alone; title and phrases only add weight. Terms must be there whole, that is
/// all their bigrams. Only where nothing has them whole (people paste questions) a share of the long ones is enough, and the ranking does the rest.
/// </remarks>
internal static class QueryCompiler
{
    // Weights and shares: measured on rated queries, see docs/search.md.
    private const int LongestAlwaysWhole = 4;
    private const float ShareWhenRelaxed = 0.25f;
    private const float TitleWeight = 0.5f;
    private const float TitlePhraseWeight = 6f;
    private const float TextPhraseWeight = 3f;
    private const float NumberWeight = 1000f;

    /// <summary>Whether <see cref="Compile"/> gives another query when relaxed.</summary>
    public static bool CanRelax(ParsedQuery parsed) => parsed.Terms.Any(term => !term.IsQuoted && term.Tokens.Count > LongestAlwaysWhole);

    /// <summary>The query; one that matches nothing when only punctuation was typed.</summary>
    /// <param name="parsed">What is asked.</param>
    /// <param name="relaxed">Whether a share of a long term is enough.</param>
    /// <param name="index">What is searched: numbers that nothing in it carries are left out, and words alone are collected faster. Null leaves none out.</param>
    public static Query Compile(ParsedQuery parsed, bool relaxed, IndexReader? index = null)
    {
        if (!parsed.HasText)
            return new MatchAllDocsQuery();

        var words = new BooleanQuery(disableCoord: true);
        foreach (var term in parsed.Terms)
            AddTerm(words, term, relaxed);

        // A number keeps its rank, whether or not those before it are carried.
        var numbers = parsed.Numbers.Select((token, rank) => (Term: new Term(IndexFields.Number, token), Rank: rank))
            .Where(number => index is null || index.DocFreq(number.Term) > 0).ToList();
        if (numbers.Count == 0)
            return words;

        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = 1 };
        if (words.Clauses.Count > 0)
            query.Add(words, Occur.SHOULD);
        foreach (var (term, rank) in numbers)
            query.Add(new ConstantScoreQuery(new TermQuery(term)) { Boost = NumberWeight / (1 + rank) }, Occur.SHOULD);
        return query;
    }

    private static void AddTerm(BooleanQuery query, SearchTerm term, bool relaxed)
    {
        var tokens = term.Tokens.Where(t => !t.Lone).ToList();
        foreach (var lone in term.Tokens.Where(t => t.Lone).Select(term.TextOf).Distinct())
        {
            query.Add(new TermQuery(new Term(IndexFields.Characters, lone)), Occur.MUST);
            query.Add(new TermQuery(new Term(IndexFields.TitleCharacters, lone)), Occur.SHOULD);
        }

        if (tokens.Count == 0)
            return;

        var texts = tokens.Select(term.TextOf).Distinct().ToList();
        if (term.IsQuoted)
        {
            foreach (var piece in term.Pieces)
            {
                if (Phrase(IndexFields.Text, term, piece) is { } phrase)
                    query.Add(phrase, Occur.MUST);
            }
        }
        else if (!relaxed || texts.Count <= LongestAlwaysWhole)
        {
            foreach (var text in texts)
                query.Add(new TermQuery(new Term(IndexFields.Text, text)), Occur.MUST);
        }
        else
        {
            var share = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = (int)Math.Ceiling(texts.Count * ShareWhenRelaxed) };
            foreach (var text in texts)
                share.Add(new TermQuery(new Term(IndexFields.Text, text)), Occur.SHOULD);
            query.Add(share, Occur.MUST);
        }

        foreach (var text in texts)
            query.Add(new TermQuery(new Term(IndexFields.Title, text)) { Boost = TitleWeight }, Occur.SHOULD);
        if (tokens.Count > 1)
        {
            foreach (var piece in term.Pieces.Where(p => p.Count > 1))
            {
                if (Phrase(IndexFields.Title, term, piece) is { } inTitle)
                {
                    inTitle.Boost = TitlePhraseWeight;
                    query.Add(inTitle, Occur.SHOULD);
                }

                if (!term.IsQuoted && Phrase(IndexFields.Text, term, piece) is { } inText)
                {
                    inText.Boost = TextPhraseWeight;
                    query.Add(inText, Occur.SHOULD);
                }
            }
        }
    }

    /// <summary>A stretch exactly as it stands. Every second bigram says as much as all of them, for less work.</summary>
    private static Query? Phrase(string field, SearchTerm term, IReadOnlyList<TextToken> piece)
    {
        var phrase = new PhraseQuery();
        var covered = -1;
        for (var i = 0; i < piece.Count; i++)
        {
            var token = piece[i];
            var isBigram = token.Kind == TokenKind.Bigram;
            var nextIsBigram = i + 1 < piece.Count && piece[i + 1].Kind == TokenKind.Bigram;
            if (token.Lone || (isBigram && token.Position <= covered && nextIsBigram))
                continue;
            phrase.Add(new Term(field, term.TextOf(token)), token.Position - piece[0].Position);
            covered = isBigram ? token.Position + 1 : token.Position;
        }

        var terms = phrase.GetTerms();
        return terms.Length switch { 0 => null, 1 => new TermQuery(terms[0]), _ => phrase };
    }
}
