using System.Globalization;
using Gongkai.Search;
using Gongkai.Search.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gongkai.Benchmarks.Relevance;

/// <summary>The floor under a ranking: BM25 over folded bigrams, any of them, the title written three times; nothing else.</summary>
internal sealed class NaiveFloor : IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private DirectoryReader? _reader;

    /// <summary>Makes an empty one.</summary>
    public NaiveFloor() => _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new FoldedBigramAnalyzer(characters: false)) { Similarity = new BM25Similarity() });

    /// <summary>Adds an item.</summary>
    public void Add(string id, string title, string text) => _writer.AddDocument(
    [
        new StringField(IndexFields.Id, id, Field.Store.YES), new TextField(IndexFields.Text, string.Join('\n', title, title, title, text), Field.Store.NO),
    ]);

    /// <summary>The ids of the ten best hits.</summary>
    public IReadOnlyList<string> Search(string query)
    {
        _reader ??= DirectoryReader.Open(_writer, applyAllDeletes: true);
        var searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        var any = new BooleanQuery(disableCoord: true);
        var folded = HanFolding.Fold(query);
        foreach (var text in TokenScanner.Scan(folded).Select(token => token.TextIn(folded)).Distinct())
            any.Add(new TermQuery(new Term(IndexFields.Text, text)), Occur.SHOULD);
        return [.. searcher.Search(any, 10).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).GetField(IndexFields.Id).GetStringValue(CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }
}
