using Gongkai.Search.Facets;

namespace Gongkai.Search.Indexing;

/// <summary>The served index at one moment, held open until disposed.</summary>
internal readonly struct IndexMoment : IDisposable
{
    private readonly IndexGeneration _generation;

    private IndexMoment(IndexGeneration generation, ColumnSearcher searcher) => (_generation, Searcher) = (generation, searcher);

    /// <summary>The index.</summary>
    public ColumnSearcher Searcher { get; }

    /// <summary>The numbers in which its columns are written.</summary>
    public FacetNumbers Numbers => _generation.Numbers;

    /// <summary>The folder's index now.</summary>
    /// <exception cref="InvalidOperationException">None is served: nobody has caught up yet, or another process owns it.</exception>
    public static IndexMoment Of(IndexFolder folder)
    {
        while (true)
        {
            var generation = folder.Current ?? throw new InvalidOperationException("搜索索引还没有打开：请先让它跟上变更日志；若另一个进程正在使用同一数据目录，请先停止那个进程。");
            try
            {
                return new IndexMoment(generation, generation.Acquire());
            }
            catch (ObjectDisposedException) when (folder.Current != generation)
            {
                // Swapped between the two reads: take its successor.
            }
        }
    }

    /// <summary>Where its files lie.</summary>
    public string Path => _generation.Path;

    /// <inheritdoc/>
    public void Dispose() => _generation.Release(Searcher);
}
