using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Search.Listing;

/// <summary>Walks the ids of the index in their order, over all its segments. What a map of the site needs is in a column: no document is unpacked.</summary>
/// <param name="follower">Keeps the index.</param>
internal sealed class PublicItems(IndexFollower follower) : IPublicItems
{
    // A map and each of its parts ask for the same cut: it is made once for a moment of the index.
    private readonly ConditionalWeakTable<ColumnSearcher, ConcurrentDictionary<int, IReadOnlyList<PublicItemsPart>>> _parts = [];

    /// <inheritdoc/>
    public IReadOnlyList<PublicItem> ReadAfter(string? after, int count, string? contentType = null)
    {
        using var index = IndexMoment.Of(follower.Folder);
        var listed = MultiDocValues.GetBinaryValues(index.Searcher.IndexReader, IndexFields.Listed);
        var (items, bytes) = (new List<PublicItem>(), new BytesRef());
        foreach (var (id, document) in Walk(index.Searcher.IndexReader, after))
        {
            if (items.Count >= count)
                break;
            listed.Get(document, bytes);
            if (ListedColumn.Read(bytes, id.Utf8ToString()) is var (type, item) && (contentType is null || type == contentType))
                items.Add(item);
        }

        return items;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PublicItemsPart> Parts(int size)
    {
        using var index = IndexMoment.Of(follower.Folder);
        return _parts.GetOrCreateValue(index.Searcher).GetOrAdd(size, Cut, index.Searcher.IndexReader);
    }

    private static IReadOnlyList<PublicItemsPart> Cut(int size, IndexReader reader)
    {
        var listed = MultiDocValues.GetBinaryValues(reader, IndexFields.Listed);
        var (parts, bytes) = (new List<PublicItemsPart>(), new BytesRef());
        var (after, last) = ((string?)null, (string?)null);
        var (count, ticks) = (0, 0L);
        foreach (var (id, document) in Walk(reader, null))
        {
            if (count == size)
            {
                parts.Add(Part(after, count, ticks));
                (after, count, ticks) = (last, 0, 0);
            }

            listed.Get(document, bytes);
            ticks = Math.Max(ticks, ListedColumn.TicksOf(bytes));
            if (++count == size)
                last = id.Utf8ToString();
        }

        if (count > 0)
            parts.Add(Part(after, count, ticks));
        return parts;
    }

    private static PublicItemsPart Part(string? after, int count, long ticks) => new(after, count, ListedColumn.TimeOf(ticks));

    /// <summary>The ids in their order, each with its document. An id is valid until the next one is asked for.</summary>
    private static IEnumerable<(BytesRef Id, int Document)> Walk(IndexReader reader, string? after)
    {
        if (MultiFields.GetTerms(reader, IndexFields.Id) is not { } terms)
            yield break;
        var live = MultiFields.GetLiveDocs(reader);
        var ids = terms.GetEnumerator();
        DocsEnum? documents = null;
        var from = after is null ? null : new BytesRef(Encoding.UTF8.GetBytes(after));
        for (var has = from is null ? ids.MoveNext() : ids.SeekCeil(from) != TermsEnum.SeekStatus.END; has; has = ids.MoveNext())
        {
            if (from is not null && ids.Term.BytesEquals(from))
                continue;
            documents = ids.Docs(live, documents, DocsFlags.NONE);
            if (documents.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
                yield return (ids.Term, document);
        }
    }
}
