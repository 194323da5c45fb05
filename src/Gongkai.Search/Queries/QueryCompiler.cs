using Gongkai.Search.Ranking;
using Gongkai.Search.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Queries;

/// <summary>Makes Lucene's query of a parsed one.</summary>
/// <remarks>
/// What matches is decided on <see cref="IndexFields.Text"/> alone; the title only adds weight. Terms must be there whole, that is all their
/// tokens. Of a question, and where nothing has the terms whole, a share of the tokens is enough, and the ranking does the rest.
/// </remarks>
/// <param name="weights">The weights.</param>
/// <param name="vocabulary">Synonyms and picks.</param>
/// <param name="places">What is searched: numbers that nothing in it carries are left out, and words alone are collected faster. Null leaves none out.</param>
internal sealed class QueryCompiler(RankingWeights weights, Vocabulary vocabulary, WordPlaces? places)
{
    private const int LongestAlwaysWhole = 4;

    private readonly WordStatistics _statistics = new(places);

    /// <summary>Whether <see cref="Compile"/> gives another query when relaxed.</summary>
    public static bool CanRelax(ParsedQuery parsed) => parsed.Terms.Any(term => IsShared(term, parsed));

    /// <summary>The query; one that matches nothing when only punctuation was typed.</summary>
    /// <param name="parsed">What is asked.</param>
    /// <param name="relaxed">Whether a share of what is not quoted is enough.</param>
    public CompiledQuery Compile(ParsedQuery parsed, bool relaxed)
    {
        if (!parsed.HasText || parsed.IsOnlyFilters)
            return new(new MatchAllDocsQuery(), RankingPlan.None);

        var plan = new PlanBuilder(_statistics, weights);
        foreach (var term in parsed.Terms)
            plan.Add(term);
        foreach (var (word, others) in parsed.Said.SelectMany(vocabulary.SynonymsIn))
            plan.AddSynonyms(word, others, relaxed ? weights.Synonym : weights.SynonymOfWords);

        var words = new BooleanQuery(disableCoord: true);
        var boosts = new Boosts(plan.MostInText > 0 ? weights.Body / plan.MostInText : 0, plan.MostInTitle > 0 ? weights.Title / plan.MostInTitle : 0);
        if (relaxed)
            AddShare(words, parsed, boosts, plan.Synonyms);
        foreach (var term in parsed.Terms.Where(term => !relaxed || !IsShared(term, parsed)))
            AddTerm(words, term, boosts);
        if (relaxed || parsed.Terms.Any(term => !term.Tokens[0].Lone))
            AddTitleWeights(words, parsed, boosts);
        foreach (var term in parsed.TitleTerms)
            AddTitle(words, term);
        if (parsed.RequiredNumbers is { } required)
            words.Add(AnyNumber(required), Occur.MUST);
        foreach (var term in parsed.Excluded)
            Exclude(words, term);
        if (words.Clauses.Count > 0 && words.Clauses.All(clause => clause.IsProhibited))
            words.Add(new MatchAllDocsQuery(), Occur.MUST);
        return new(WithNumbers(words, parsed), plan.Build(parsed.NamesPlace ? 0 : relaxed ? weights.Standing : weights.StandingOfWords));
    }

    /// <summary>Whether a share of a term is enough when a query is relaxed: of anything in a question, else of long terms.</summary>
    private static bool IsShared(SearchTerm term, ParsedQuery parsed) => !term.IsQuoted && (parsed.IsQuestion ? term.Texts.Count > 0 : term.Texts.Count > LongestAlwaysWhole);

    private BooleanQuery WithNumbers(BooleanQuery words, ParsedQuery parsed)
    {
        // A number keeps its rank, whether or not those before it are carried.
        var numbers = parsed.Numbers.Select((token, rank) => (Term: new Term(IndexFields.Number, token), Rank: rank)).Where(number => _statistics.Has(number.Term)).ToList();
        var picks = vocabulary.PicksOf(parsed.Folded).Select((pick, rank) => (Term: PickTerm(pick), Rank: rank)).Where(pick => _statistics.Has(pick.Term)).ToList();
        if (numbers.Count + picks.Count == 0)
            return words;

        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = 1 };
        if (words.Clauses.Count > 0)
            query.Add(words, Occur.SHOULD);
        foreach (var (term, rank) in numbers)
            query.Add(new ConstantScoreQuery(new TermQuery(term)) { Boost = weights.Number / (1 + rank) }, Occur.SHOULD);
        foreach (var (term, rank) in picks)
            query.Add(new ConstantScoreQuery(new TermQuery(term)) { Boost = weights.Pick / (1 + rank) }, Occur.SHOULD);
        return query;
    }

    private static Term PickTerm(string pick) =>
        pick.Contains('/', StringComparison.Ordinal) ? new(IndexFields.Route, IndexFields.FoldRoute(pick)) : new(IndexFields.Id, pick);

    private void AddTerm(BooleanQuery query, SearchTerm term, Boosts boosts)
    {
        foreach (var lone in term.LoneTexts)
        {
            query.Add(new TermQuery(new Term(IndexFields.Characters, lone)), Occur.MUST);
            query.Add(new TermQuery(new Term(IndexFields.TitleCharacters, lone)), Occur.SHOULD);
        }

        if (term.Texts.Count == 0)
            return;
        if (term.IsQuoted)
        {
            foreach (var piece in term.Pieces)
            {
                if (Phrase(IndexFields.Text, term, piece) is { } phrase)
                {
                    phrase.Boost = boosts.Text;
                    query.Add(phrase, Occur.MUST);
                }
            }

            return;
        }

        var alternatives = vocabulary.AlternativesOf(term.Folded);
        if (alternatives.Count == 0)
        {
            AddAll(query, term.Texts, boosts.Text);
            return;
        }

        // Any of the words that mean the same.
        var any = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = 1 };
        any.Add(AddAll(new BooleanQuery(disableCoord: true), term.Texts, boosts.Text), Occur.SHOULD);
        foreach (var alternative in alternatives)
        {
            if (SearchTerm.Of(alternative) is { Texts.Count: > 0 } other)
                any.Add(AddAll(new BooleanQuery(disableCoord: true), other.Texts, boosts.Text * weights.SynonymOfWords), Occur.SHOULD);
        }

        query.Add(any, Occur.MUST);
    }

    private BooleanQuery AddAll(BooleanQuery query, IReadOnlyList<string> texts, float boost)
    {
        foreach (var text in texts)
            query.Add(_statistics.Query(IndexFields.Text, text, boost), Occur.MUST);
        return query;
    }

    private void AddShare(BooleanQuery query, ParsedQuery parsed, Boosts boosts, IReadOnlyList<(string Text, float Part)> synonyms)
    {
        var texts = parsed.Terms.Where(term => IsShared(term, parsed)).SelectMany(term => term.Texts).Distinct().ToList();
        if (texts.Count == 0)
            return;
        var least = (int)MathF.Ceiling(texts.Count * (parsed.IsQuestion ? weights.LeastShare : weights.LeastShareOfTerm));
        var share = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Max(1, least) };
        foreach (var text in texts)
            share.Add(_statistics.Query(IndexFields.Text, text, boosts.Text), Occur.SHOULD);
        foreach (var (text, part) in synonyms)
            share.Add(_statistics.Query(IndexFields.Text, text, boosts.Text * part), Occur.SHOULD);
        query.Add(share, Occur.MUST);
    }

    private void AddTitleWeights(BooleanQuery query, ParsedQuery parsed, Boosts boosts)
    {
        foreach (var text in parsed.Terms.SelectMany(term => term.Texts).Distinct())
            query.Add(_statistics.Query(IndexFields.Title, text, boosts.Title), Occur.SHOULD);
    }

    private static void AddTitle(BooleanQuery query, SearchTerm term)
    {
        foreach (var lone in term.LoneTexts)
            query.Add(new TermQuery(new Term(IndexFields.TitleCharacters, lone)), Occur.MUST);
        foreach (var piece in term.Pieces)
        {
            if (Phrase(IndexFields.Title, term, piece) is { } phrase)
                query.Add(phrase, Occur.MUST);
        }
    }

    private static BooleanQuery AnyNumber(IReadOnlyList<string> tokens)
    {
        var any = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = 1 };
        foreach (var (token, rank) in tokens.Select((token, rank) => (token, rank)))
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(IndexFields.Number, token))) { Boost = 1f / (1 + rank) }, Occur.SHOULD);
        return any;
    }

    private static void Exclude(BooleanQuery query, SearchTerm term)
    {
        foreach (var lone in term.LoneTexts)
            query.Add(new TermQuery(new Term(IndexFields.Characters, lone)), Occur.MUST_NOT);
        foreach (var piece in term.Pieces)
        {
            if (Phrase(IndexFields.Text, term, piece) is { } phrase)
                query.Add(phrase, Occur.MUST_NOT);
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

    /// <summary>What a token's score is multiplied with, so that the most a query can reach is its weight.</summary>
    private sealed record Boosts(float Text, float Title);
}
