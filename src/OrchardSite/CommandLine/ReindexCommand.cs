using Gongkai.Search;

namespace OrchardSite.CommandLine;

/// <summary><c>reindex</c>: rebuilds the search index.</summary>
internal static class ReindexCommand
{
    /// <summary>Rebuilds, or leaves a request for the process that owns the index.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var index = services.GetRequiredService<SearchIndex>();
        if (!index.WasBuiltAtOpening && !await index.RebuildAsync(cancellationToken))
        {
            Console.WriteLine("网站正在运行，已请它重建索引；重建期间搜索照常可用。");
            return true;
        }

        var report = await index.CheckAsync(cancellationToken);
        Console.WriteLine($"索引已重建：{report.Documents} 条内容，{report.Bytes / 1024.0 / 1024.0:0.0} MB。");
        return report.Faults.Count == 0;
    }
}
