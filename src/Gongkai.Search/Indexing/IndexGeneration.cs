using System.Globalization;
using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Search.Indexing;

/// <summary>One Lucene index in one folder, open for writing and for searching. A rebuild makes another beside it.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string SequenceKey = "sequence";
    private const string ProfileKey = "profile";
    private const double BufferMegabytes = 32;
    private const int MostWaitingMerges = 20;

    private readonly PositionalDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly System.Threading.Lock _commits = new();
    private readonly Dictionary<string, long> _ahead = new(StringComparer.Ordinal);
    private long _committed;
    private int _holds;
    private int _disposed;

    private IndexGeneration(string path, bool create, string fingerprint)
    {
        Path = path;
        // Not MMapDirectory, which slowed sevenfold over some thousand queries (measured).
        _directory = new PositionalDirectory(path);
        try
        {
            var columns = new SegmentColumns.Cache(Numbers);
            _writer = new IndexWriter(_directory, Configuration(create ? OpenMode.CREATE : OpenMode.APPEND, columns));
            try
            {
                _searchers = new SearcherManager(_writer, applyAllDeletes: true, new ColumnSearcher.Factory(columns));
            }
            catch
            {
                _writer.Rollback();
                throw;
            }
        }
        catch
        {
            _directory.Dispose();
            throw;
        }

        var data = _writer.CommitData;
        Fingerprint = create ? fingerprint : data?.TryGetValue(ProfileKey, out var known) == true ? known : "";
        Sequence = Written = _committed = SequenceOf(data);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The profile by which its documents were made.</summary>
    public string Fingerprint { get; set; }

    /// <summary>Every change up to this one is in what searches see.</summary>
    public long Sequence { get; private set; }

    /// <summary>Every change up to this one is written; searches see it after the next <see cref="Show"/>.</summary>
    public long Written { get; private set; }

    /// <summary>The numbers of facet values.</summary>
    public FacetNumbers Numbers { get; } = new();

    /// <summary>How many documents it holds.</summary>
    public int Count => _writer.NumDocs;

    /// <summary>Makes an empty index.</summary>
    public static IndexGeneration Create(string path, string fingerprint) => new(path, create: true, fingerprint);

    /// <summary>Opens what was committed; whatever a damaged index makes Lucene throw is thrown.</summary>
    public static IndexGeneration Open(string path) => new(path, create: false, "");

    /// <summary>Adds a document whose item is not in the index.</summary>
    public void Add(Document document) => _writer.AddDocument(document);

    /// <summary>Puts a document in the place of the item's last one.</summary>
    public void Update(string contentItemId, Document document) => _writer.UpdateDocument(new Lucene.Net.Index.Term(IndexFields.Id, contentItemId), document);

    /// <summary>Takes an item out.</summary>
    public void Delete(string contentItemId) => _writer.DeleteDocuments(new Lucene.Net.Index.Term(IndexFields.Id, contentItemId));

    /// <summary>Notes that every change up to this one is written.</summary>
    public void Reach(long sequence)
    {
        Written = Math.Max(Written, sequence);
        foreach (var id in _ahead.Where(item => item.Value <= Written).Select(item => item.Key).ToList())
            _ahead.Remove(id);
    }

    /// <summary>Notes that an item is written as it is after a change whose turn has not come.</summary>
    public void ReachAhead(Change change)
    {
        if (change.Sequence > Written)
            _ahead[change.Id] = Math.Max(change.Sequence, _ahead.GetValueOrDefault(change.Id));
    }

    /// <summary>Whether a change is written: its turn came, or its item was written ahead of it.</summary>
    public bool Has(Change change) => change.Sequence <= Written || (_ahead.TryGetValue(change.Id, out var sequence) && change.Sequence <= sequence);

    /// <summary>Makes visible what is written.</summary>
    public void Show()
    {
        var written = Written;
        _searchers.MaybeRefreshBlocking();
        Sequence = Math.Max(Sequence, written);
    }

    /// <summary>Makes what is visible durable, with its sequence number; does nothing when nothing is new.</summary>
    /// <remarks>What was written meanwhile may be in the commit too: following again from an earlier number does no harm.</remarks>
    public void Commit()
    {
        lock (_commits)
        {
            var sequence = Sequence;
            if (_holds > 0 || (sequence == _committed && !_writer.HasUncommittedChanges()) || Volatile.Read(ref _disposed) != 0)
                return;
            _writer.SetCommitData(new Dictionary<string, string>
            {
                [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
                [ProfileKey] = Fingerprint,
            });
            _writer.Commit();
            _committed = sequence;
        }
    }

    /// <summary>Commits and keeps that commit the last, so that its files stay, until disposed. After a kill meanwhile the feed is followed again from there.</summary>
    public IDisposable HoldCommit()
    {
        Commit();
        lock (_commits)
            _holds++;
        return new Hold(this);
    }

    /// <summary>The index at this moment; give it back by <see cref="Release"/>.</summary>
    public ColumnSearcher Acquire() => (ColumnSearcher)_searchers.Acquire();

    /// <summary>Gives back what <see cref="Acquire"/> gave.</summary>
    public void Release(ColumnSearcher searcher) => _searchers.Release(searcher);

    /// <summary>The sequence number of the commit that a reader is open on.</summary>
    public static long SequenceOf(DirectoryReader reader) => SequenceOf(reader.IndexCommit.UserData);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_commits)
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
        }

        _searchers.Dispose();
        try
        {
            // Commits are ours alone: closing must not make one without a sequence number.
            _writer.Rollback();
        }
        catch (IOException)
        {
            // Somebody took its files away. It is being closed, and what takes its place must not fail for that.
        }

        _directory.Dispose();
    }

    private static long SequenceOf(IDictionary<string, string>? data) =>
        data?.TryGetValue(SequenceKey, out var text) == true && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    private static IndexWriterConfig Configuration(OpenMode mode, SegmentColumns.Cache columns)
    {
        var characters = new FoldedBigramAnalyzer(characters: true);
        var analyzer = new PerFieldAnalyzerWrapper(
            new FoldedBigramAnalyzer(characters: false),
            new Dictionary<string, Analyzer>(StringComparer.Ordinal) { [IndexFields.Characters] = characters, [IndexFields.TitleCharacters] = characters });
        // One thread merges, and nobody waits for it: an editor's refresh is not held up by a long import's segments.
        var merges = new ConcurrentMergeScheduler();
        merges.SetMaxMergesAndThreads(MostWaitingMerges, 1);
        return new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = mode,
            Codec = IndexCodec.Instance,
            Similarity = new SearchSimilarity(RankingWeights.Default.BodyLength),
            RAMBufferSizeMB = BufferMegabytes,
            MergeScheduler = merges,
            MergedSegmentWarmer = new SegmentWarmer(columns),
        };
    }

    private sealed class Hold(IndexGeneration generation) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) != 0)
                return;
            lock (generation._commits)
                generation._holds--;
        }
    }
}
