using Gongkai.Content;
using Gongkai.Search.Indexing;
using Gongkai.Search.Phrases;
using Gongkai.Search.Queries;

namespace Gongkai.Search.Help;

/// <summary>Helps from the index, the taxonomies and the log of searches, all in memory.</summary>
/// <param name="follower">Keeps the index.</param>
/// <param name="taxonomies">The terms.</param>
/// <param name="frequent">What others ask.</param>
/// <param name="search">Tells what a query finds.</param>
internal sealed class SearchHelp(IndexFollower follower, Taxonomies taxonomies, FrequentQueries frequent, ISearch search) : ISearchHelp
{
    private const int MostSuggestions = 20;

    private TermPhrases? _terms;

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(string? typed, int most, CancellationToken cancellationToken = default)
    {
        if (typed is null || typed.Length > ISearchHelp.LongestTyped || TypedText.Of(typed) is not { } text)
            return [];
        using var index = IndexMoment.Of(follower.Folder);
        var finder = new SuggestionFinder(new(index.Searcher.IndexReader, Terms()), frequent.Current, StillFinds, Math.Clamp(most, 1, MostSuggestions));
        return finder.Find(text);

        bool StillFinds(string query) => CountOf(query, cancellationToken) is { IsPartial: false, Total: > 0 };
    }

    /// <inheritdoc/>
    public string? Correct(string query, int found, CancellationToken cancellationToken = default)
    {
        if (query.Length > ISearchHelp.LongestTyped)
            return null;
        string? corrected;
        using (var index = IndexMoment.Of(follower.Folder))
            corrected = new Correction(index.Searcher.IndexReader, new(index.Searcher.IndexReader, Terms())).Of(query);
        return corrected is not null && CountOf(corrected, cancellationToken).Total > found ? corrected : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SoughtWord> WordsOf(string? query) => query?.Length > ParsedQuery.LongestText ? [] : SoughtWords.Of(ParsedQuery.Parse(query));

    /// <inheritdoc/>
    public void Prepare()
    {
        Pinyin.Prepare();
        _ = Terms().Sounds;
        if (follower.Folder.Current is null)
            return;
        using var index = IndexMoment.Of(follower.Folder);
        foreach (var leaf in index.Searcher.IndexReader.Leaves)
            _ = SegmentPhrases.Of(leaf.AtomicReader).Table.Sounds;
        IndexReadAhead.Read(index.Path);
    }

    private SearchResult CountOf(string query, CancellationToken cancellationToken) =>
        search.Search(new() { Query = query, Size = 0, CountFacets = false }, cancellationToken);

    private PhraseTable Terms()
    {
        var trees = taxonomies.Current;
        var known = Volatile.Read(ref _terms);
        if (known?.Trees == trees)
            return known.Table;
        var labels = SearchFacets.All.Select(SearchFacets.TaxonomyOf).OfType<string>().Select(id => trees.ById.GetValueOrDefault(id)).OfType<TaxonomyTree>().SelectMany(tree => tree.All.Values).Select(term => term.Label);
        known = new(trees, PhraseTable.Of(labels.Distinct(StringComparer.Ordinal)));
        Volatile.Write(ref _terms, known);
        return known.Table;
    }

    private sealed record TermPhrases(TaxonomySnapshot Trees, PhraseTable Table);
}
