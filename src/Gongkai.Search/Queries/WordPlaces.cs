using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace Gongkai.Search.Queries;

/// <summary>Where one moment's segments have the words that were searched for: most searches are for words that others search for, too.</summary>
/// <remarks>Full after four thousand words, some five megabytes; the next moment begins anew.</remarks>
internal sealed class WordPlaces(IndexReader reader)
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(string Field, string Text), TermContext> _known = [];
    private int _count;

    /// <summary>The index.</summary>
    public IndexReader Reader => reader;

    /// <summary>Where a word is.</summary>
    public TermContext Find(string field, string text)
    {
        if (_known.TryGetValue((field, text), out var found))
            return found;
        found = TermContext.Build(reader.Context, new Term(field, text));
        if (Volatile.Read(ref _count) < Most && _known.TryAdd((field, text), found))
            Interlocked.Increment(ref _count);
        return found;
    }
}
