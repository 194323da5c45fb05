using Gongkai.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Gongkai.Benchmarks.Floors;

/// <summary>What the last commit of a Lucene index takes on disk.</summary>
internal static class IndexSize
{
    /// <summary>Its files, without those that a merge left behind, in megabytes.</summary>
    public static double Megabytes(string folder)
    {
        // The floor knows the files' formats, too.
        _ = IndexCodec.Instance;
        using var directory = new NIOFSDirectory(folder);
        var infos = new SegmentInfos();
        infos.Read(directory);
        return infos.GetFiles(directory, includeSegmentsFile: true).Sum(directory.FileLength) / 1024d / 1024;
    }
}
