using Gongkai.Content;
using Gongkai.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search;

/// <summary>The index as those see it who look after a site.</summary>
public sealed class SearchIndex
{
    private const int MostNamed = 20;
    private const int MostAttempts = 5;

    private readonly IndexFollower _follower;
    private readonly IndexBuilder _builder;
    private readonly IChangeFeed _feed;
    private readonly IUnitOfWork _unitOfWork;

    internal SearchIndex(IndexFollower follower, IndexBuilder builder, IChangeFeed feed, IUnitOfWork unitOfWork) =>
        (_follower, _builder, _feed, _unitOfWork) = (follower, builder, feed, unitOfWork);

    /// <summary>Whether there is an index to search. A home that serves before its first one is built says so to whoever asks.</summary>
    public bool IsServing => _follower.Folder.Current is not null;

    /// <summary>Whether opening the index built it whole, since it was missing, damaged or of another program: a command that has just begun need not build it again.</summary>
    public bool WasBuiltAtOpening => _follower.WasBuiltAtOpening;

    /// <summary>Rebuilds the index beside the one that serves, and swaps it in.</summary>
    /// <returns>False when another process owns the index: a request is left for it, which it carries out within about a second.</returns>
    public Task<bool> RebuildAsync(CancellationToken cancellationToken = default) => _follower.RebuildAsync(cancellationToken);

    /// <summary>Makes this process the index's owner for as long as it lives. A server calls it before it serves: an import that runs gives the index up to it.</summary>
    /// <returns>False when another server has the index.</returns>
    public Task<bool> KeepAsync(CancellationToken cancellationToken = default) => _follower.KeepAsync(cancellationToken);

    /// <summary>Checks every byte of what the index last committed, and whether it agrees with the database. Changes nothing; works beside the owner.</summary>
    public async Task<SearchIndexReport> CheckAsync(CancellationToken cancellationToken = default)
    {
        var mended = _follower.MendedDamage is { } damage ? (IReadOnlyList<string>)[$"打开搜索索引时发现它已损坏（{damage}），已自动重建，无需再做什么；如果反复出现，请检查磁盘。"] : [];
        SearchIndexReport report;
        var attempt = 0;
        do
        {
            var before = _follower.Folder.CommitName;
            report = await CheckOnceAsync(cancellationToken);
            // An owner that is another process may commit in the middle of it, and delete the files that are being read.
            if (!report.NeedsRebuild || before == _follower.Folder.CommitName)
                break;
        }
        while (++attempt < MostAttempts);
        return report with { Faults = [.. mended, .. report.Faults] };
    }

    private async Task<SearchIndexReport> CheckOnceAsync(CancellationToken cancellationToken)
    {
        var path = _follower.Folder.CurrentPath;
        try
        {
            // What this process has shown but not committed yet would look like a fault; what it commits meanwhile would take the files away.
            using var held = _follower.Folder.Current?.HoldCommit();
            return path is not null && System.IO.Directory.Exists(path)
                ? await CheckAsync(path, cancellationToken)
                : new SearchIndexReport(0, 0, 0, NeedsRebuild: true, ["还没有搜索索引：启动网站或运行 reindex 建立。"]);
        }
#pragma warning disable CA1031 // a damaged index makes Lucene throw whatever it stumbles over; that is the finding
        catch (Exception fault) when (fault is not OperationCanceledException and not System.Data.Common.DbException)
#pragma warning restore CA1031
        {
            return new SearchIndexReport(0, 0, SizeOf(path), NeedsRebuild: true, [$"搜索索引已损坏（{fault.Message}），请运行 reindex 重建。"]);
        }
    }

    private async Task<SearchIndexReport> CheckAsync(string path, CancellationToken cancellationToken)
    {
        using var directory = new PositionalDirectory(path);
        var faults = new List<string>();
        if (!new CheckIndex(directory).DoCheckIndex().Clean)
            faults.Add("搜索索引已损坏，请运行 reindex 重建。");
        using var reader = DirectoryReader.Open(directory);
        var sequence = IndexGeneration.SequenceOf(reader);
        var indexed = IdsIn(reader);
        var (missing, surplus) = await CompareAsync(indexed, sequence, cancellationToken);
        if (missing.Count > 0)
            faults.Add($"有 {missing.Count} 条公开内容不在搜索索引中：{Name(missing)}。请运行 reindex 重建。");
        if (surplus.Count > 0)
            faults.Add($"搜索索引中有 {surplus.Count} 条并未公开的内容：{Name(surplus)}。请运行 reindex 重建。");
        return new SearchIndexReport(sequence, indexed.Count, SizeOf(path), faults.Count > 0, faults);
    }

    private async Task<(List<string> Missing, List<string> Surplus)> CompareAsync(HashSet<string> indexed, long sequence, CancellationToken cancellationToken)
    {
        var surplus = new HashSet<string>(indexed, StringComparer.Ordinal);
        var missing = new List<string>();
        var types = _builder.Profile.ContentTypes;
        if (types.Count > 0)
        {
            await _unitOfWork.RunAsync(async services =>
            {
                await foreach (var item in services.GetRequiredService<IContentReader>().StreamAsync([.. types], VersionOption.Published, cancellationToken))
                {
                    if (item.IsPublic() && !surplus.Remove(item.ContentItemId))
                        missing.Add(item.ContentItemId);
                }
            });
        }

        // What changed since the commit is on its way, not at fault.
        for (var changes = await _feed.ReadAsync(sequence, 1000, cancellationToken); changes.Count > 0; changes = await _feed.ReadAsync(changes[^1].Sequence, 1000, cancellationToken))
        {
            var changed = changes.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
            surplus.ExceptWith(changed);
            missing.RemoveAll(changed.Contains);
        }

        return (missing, [.. surplus.Order(StringComparer.Ordinal)]);
    }

    private static HashSet<string> IdsIn(DirectoryReader reader)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var id = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var values = leaf.AtomicReader.GetSortedDocValues(IndexFields.Id);
            for (var document = 0; values is not null && document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(document) == false)
                    continue;
                values.Get(document, id);
                ids.Add(id.Utf8ToString());
            }
        }

        return ids;
    }

    private static string Name(List<string> ids) => string.Join('、', ids.Take(MostNamed)) + (ids.Count > MostNamed ? "……" : "");

    private static long SizeOf(string? path) => path is not null && System.IO.Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length) : 0;
}

/// <summary>What a check of the index found.</summary>
/// <param name="Sequence">The last change that it holds.</param>
/// <param name="Documents">How many items it holds.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="NeedsRebuild">Whether something is wrong that a rebuild mends.</param>
/// <param name="Faults">What is wrong and what to do; empty when all is well.</param>
public sealed record SearchIndexReport(long Sequence, int Documents, long Bytes, bool NeedsRebuild, IReadOnlyList<string> Faults);
