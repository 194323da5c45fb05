using System.Collections.Concurrent;
using Gongkai.Content;
using Lucene.Net.Index;

namespace Gongkai.Search.Facets;

/// <summary>Lists of one moment of the index in their order, each made when somebody first asks: the page of every entry shows its neighbours in the list of its topic.</summary>
internal sealed class ListOrders
{
    /// <summary>Topics are some dozens. What is beyond is made anew each time.</summary>
    private const int Most = 100;

    private readonly ConcurrentDictionary<(FacetLineages Trees, string Name), Lazy<ListKey[]>> _lists = new();

    /// <summary>The name of a list that is kept: newest first, of one type and one topic. Null for any other.</summary>
    public static string? NameOf(SearchRequest request) =>
        string.IsNullOrWhiteSpace(request.Query) && request is { Since: null, Until: null, RoutePrefix: null, ContainerId: null, Sort: SearchSort.Relevance or SearchSort.Newest, Filters.Count: 2 }
        && request.Filters.GetValueOrDefault(SearchFacets.Type) is [var type] && request.Filters.GetValueOrDefault(SearchFacets.Topic) is [var topic]
            ? $"{type}\n{topic}"
            : null;

    /// <summary>A list.</summary>
    /// <param name="searcher">The moment.</param>
    /// <param name="name">Its name.</param>
    /// <param name="trees">The trees that its terms are of: a moved term makes another list of it.</param>
    /// <param name="accepting">By facet, the values that pass; null for a facet without a filter.</param>
    public ListKey[] Of(ColumnSearcher searcher, string name, FacetLineages trees, bool[]?[] accepting)
    {
        if (_lists.TryGetValue((trees, name), out var known))
            return known.Value;
        return _lists.Count >= Most ? Make(searcher, accepting) : _lists.GetOrAdd((trees, name), _ => new Lazy<ListKey[]>(() => Make(searcher, accepting))).Value;
    }

    /// <summary>A document's place in such a list.</summary>
    public static ListKey KeyOf(ColumnSearcher searcher, int document)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(document, searcher.IndexReader.Leaves)];
        return KeyOf(searcher.Columns[leaf.Ord], document - leaf.DocBase, document);
    }

    private static ListKey KeyOf(SegmentColumns columns, int local, int document) => new(columns.Days[local], columns.Ids, local, document);

    private static ListKey[] Make(ColumnSearcher searcher, bool[]?[] accepting)
    {
        (int Facet, bool[] Accepting)[] filters = [.. accepting.Index().Where(filter => filter.Item is not null).Select(filter => (filter.Index, filter.Item!))];
        var keys = new List<ListKey>();
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var (columns, live) = (searcher.Columns[leaf.Ord], leaf.AtomicReader.LiveDocs);
            for (var document = 0; document < columns.Days.Length; document++)
            {
                if (live?.Get(document) != false && Array.TrueForAll(filters, filter => FacetCollector.Passes(columns.Facets[filter.Facet], document, filter.Accepting)))
                    keys.Add(KeyOf(columns, document, leaf.DocBase + document));
            }
        }

        var list = keys.ToArray();
        Array.Sort(list, ListKey.Order);
        return list;
    }
}
