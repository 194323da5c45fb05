using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Indexing;

/// <summary>Rebuilds the index beside the one that serves and swaps it in, one rebuild at a time.</summary>
/// <param name="folder">The folder.</param>
/// <param name="builder">Builds from the database.</param>
/// <param name="ownership">Knows whether this process is a server.</param>
/// <param name="served">Told which profile is served, inside the folder's gate.</param>
/// <param name="logger">Told of failures.</param>
/// <param name="stopping">Ends it.</param>
internal sealed class IndexRebuild(IndexFolder folder, IndexBuilder builder, IndexOwnership ownership, Action<IndexProfile> served, ILogger logger, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private Task _underWay = Task.CompletedTask;
    private bool _again;

    /// <summary>The rebuild under way; completed when there is none.</summary>
    public Task UnderWay
    {
        get
        {
            lock (_gate)
                return _underWay;
        }
    }

    /// <summary>Begins one, or has the one under way done once more.</summary>
    /// <returns>Completes when the index is rebuilt as of now or later.</returns>
    public Task Start()
    {
        lock (_gate)
        {
            if (_underWay.IsCompleted)
                _underWay = Task.Run(() => RebuildAllAsync(stopping), CancellationToken.None);
            else
                _again = true;
            return _underWay;
        }
    }

    private async Task RebuildAllAsync(CancellationToken cancellationToken)
    {
        do
        {
            lock (_gate)
                _again = false;
            folder.TakeRebuildRequest();
            await RebuildOnceAsync(cancellationToken);
        }
        while (IsRebuildDue());

        bool IsRebuildDue()
        {
            lock (_gate)
                return _again;
        }
    }

    private async Task RebuildOnceAsync(CancellationToken cancellationToken)
    {
        IndexGeneration? next = null;
        try
        {
            var profile = builder.Profile;
            next = await builder.BuildAsync(folder.NextPath(), profile, isBesideReaders: ownership.IsKept, cancellationToken);
            await builder.FollowAsync(next, profile, await builder.GetLastAsync(cancellationToken), cancellationToken);
            next.Commit();
            await folder.Gate.WaitAsync(cancellationToken);
            try
            {
                var last = Math.Max(folder.Current?.Sequence ?? 0, await builder.GetLastAsync(cancellationToken));
                await builder.FollowAsync(next, profile, last, cancellationToken);
                next.Commit();
                folder.Swap(next);
                next = null;
                served(profile);
                if (builder.Profile.Fingerprint != profile.Fingerprint)
                    _ = Start();
            }
            finally
            {
                folder.Gate.Release();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "重建搜索索引失败，继续使用原有索引。");
            throw;
        }
        finally
        {
            next?.Dispose();
        }
    }
}
