using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Indexing;

/// <summary>Keeps the index of the site's folder at the state of the database: opens it, follows the changes, commits, owns it or gives it up.</summary>
/// <remarks>
/// A change is shown at once and committed about a second later: the index is derived, and after a kill the feed is followed again
/// from the last commit.
/// </remarks>
internal sealed class IndexFollower : IChangeFollower, IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Of an editor's call nearly always all; of an import's batch so many that nobody waits long.
    private const int MostAtOnce = 20;

    private readonly IndexFolder _folder;
    private readonly IndexBuilder _builder;
    private readonly IndexUpdates _updates;
    private readonly Foreground _foreground;
    private readonly ILogger<IndexFollower> _logger;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stopping = new();
    private readonly IndexRebuild _rebuild;
    private readonly IndexOwnership _ownership;
    private IndexProfile? _profile;
    private volatile bool _isRefused;
    private int _ticking;
    private int _disposed;

    public IndexFollower(ISiteFolder folder, IndexBuilder builder, IndexUpdates updates, Foreground foreground, TimeProvider time, ILogger<IndexFollower> logger)
    {
        (_builder, _updates, _foreground, _logger) = (builder, updates, foreground, logger);
        _folder = IndexFolder.Take(folder.Path("index"));
        _ownership = new IndexOwnership(_folder, logger);
        _rebuild = new IndexRebuild(_folder, builder, _ownership, profile => _profile = profile, logger, _stopping.Token);
        _timer = time.CreateTimer(_ => Tick(), null, Interval, Interval);
    }

    /// <summary>The folder's index.</summary>
    public IndexFolder Folder => _folder;

    /// <summary>What was wrong with the index when it was opened, and has been mended by building it anew; null when nothing was.</summary>
    public string? MendedDamage { get; private set; }

    /// <summary>Whether the index was built whole when this process opened it.</summary>
    public bool WasBuiltAtOpening { get; private set; }

    /// <summary>The rebuild under way; completed when there is none.</summary>
    public Task Rebuild => _rebuild.UnderWay;

    /// <inheritdoc/>
    /// <remarks>A process that does not own the index leaves it alone and returns at once.</remarks>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        // Batch by batch: between two of them an editor's change goes first.
        while (_profile is null || _folder.Current is not { } current || current.Sequence < sequence)
        {
            var isDone = false;
            await _foreground.LetPassAsync(cancellationToken);
            await WithGateAsync(async () =>
            {
                if (_isRefused = !_folder.TryOwn())
                {
                    isDone = true;
                    return;
                }

                var generation = _folder.Current;
                if (generation is null || _profile is null)
                    generation = await OpenAsync(generation, cancellationToken);
                var changes = await _updates.StepAsync(generation, _profile!, sequence, cancellationToken);
                if (IndexUpdates.MayChangeProfile(changes))
                    await ChangeProfileAsync(generation, cancellationToken);
                isDone = changes.Count == 0;
            }, cancellationToken);
            if (isDone)
                return;
        }
    }

    /// <inheritdoc/>
    public async Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        if (_profile is null || _folder.Current is null)
        {
            await CatchUpAsync(changes[^1].Sequence, cancellationToken);
            return;
        }

        foreach (var some in changes.Chunk(MostAtOnce))
        {
            await WithGateAsync(async () =>
            {
                if (_folder.Current is { } generation)
                    await _updates.ShowAsync(generation, _profile, some, cancellationToken);
            }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task HideAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        foreach (var some in changes.Chunk(MostAtOnce))
        {
            await WithGateAsync(async () =>
            {
                if (_folder.Current is { } generation)
                    await _updates.HideAsync(generation, some, cancellationToken);
            }, cancellationToken);
        }
    }

    /// <summary>Rebuilds the index aside and swaps it in; false, with a request left behind, when another process owns it.</summary>
    public async Task<bool> RebuildAsync(CancellationToken cancellationToken)
    {
        await _folder.Gate.WaitAsync(cancellationToken);
        try
        {
            if (!_folder.TryOwn())
            {
                _folder.RequestRebuild();
                return false;
            }
        }
        finally
        {
            _folder.Gate.Release();
        }

        await _rebuild.Start().WaitAsync(cancellationToken);
        return true;
    }

    /// <summary>Makes this process the owner for as long as it lives; a process that only works here for a while, as an import, gives the index up.</summary>
    /// <returns>False when the owner keeps it, too.</returns>
    public Task<bool> KeepAsync(CancellationToken cancellationToken) => _ownership.KeepAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _timer.Dispose();
        _stopping.Cancel();
        _folder.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Volatile.Read(ref _disposed) != 0)
            return;
        await _stopping.CancelAsync();
        await Rebuild.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
        _stopping.Dispose();
    }

    private async Task<IndexGeneration> OpenAsync(IndexGeneration? opened, CancellationToken cancellationToken)
    {
        var profile = _builder.Profile;
        var generation = opened ?? TryOpen();
        if (generation is not null && generation.Fingerprint == profile.Fingerprint && generation.Sequence <= await _builder.GetLastAsync(cancellationToken))
        {
            _folder.Serve(generation);
        }
        else
        {
            // Missing, damaged, made in another way or ahead of the database: nothing that could be served meanwhile.
            if (generation != opened)
                generation?.Dispose();
            _logger.LogInformation("正在建立搜索索引；内容多时需要几分钟。");
            generation = await _builder.BuildAsync(_folder.NextPath(), profile, isBesideReaders: false, cancellationToken);
            _folder.Swap(generation);
            WasBuiltAtOpening = true;
        }

        _profile = profile;
        return generation;
    }

    private IndexGeneration? TryOpen()
    {
        try
        {
            return _folder.CurrentPath is { } path ? IndexGeneration.Open(path) : null;
        }
#pragma warning disable CA1031 // a damaged index makes Lucene throw whatever it stumbles over; it is derived, and rebuilt
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _logger.LogWarning(fault, "搜索索引已损坏，将重建。");
            MendedDamage = fault.Message;
            return null;
        }
    }

    /// <summary>Other types, other definitions: an index that serves goes on serving until its successor is there; an empty one has nothing to serve.</summary>
    private async Task ChangeProfileAsync(IndexGeneration generation, CancellationToken cancellationToken)
    {
        var profile = _builder.Profile;
        if (profile.Fingerprint == generation.Fingerprint)
            return;
        _profile = profile;
        if (generation.Count == 0)
            _folder.Swap(await _builder.BuildAsync(_folder.NextPath(), profile, isBesideReaders: false, cancellationToken));
        else
            _ = _rebuild.Start();
    }

    private async Task WithGateAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _folder.Gate.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException or OutOfMemoryException)
        {
            // A full disk closes Lucene's writer for good: begin again from the last commit.
            _folder.Close();
            throw;
        }
        finally
        {
            _folder.Gate.Release();
        }
    }

    /// <summary>Opens the index once its owner, as a command that ran here first, is gone.</summary>
    private async Task TakeOverAsync()
    {
        try
        {
            await CatchUpAsync(await _builder.GetLastAsync(_stopping.Token), _stopping.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _logger.LogError(fault, "打开搜索索引失败，稍后重试。");
        }
    }

    private void Tick()
    {
        if (Interlocked.Exchange(ref _ticking, 1) != 0)
            return;
        try
        {
            if (_ownership.IsAskedFor)
                _ = _ownership.GiveUpAsync(_stopping.Token);
            _folder.Current?.Commit();
            if (_folder.Current is not null && _folder.IsRebuildRequested && Rebuild.IsCompleted)
                _ = _rebuild.Start();
            // Nobody else may ask again while nothing changes.
            if (_isRefused)
                _ = TakeOverAsync();
        }
#pragma warning disable CA1031 // nobody is there to catch it; the next catching up meets the same fault and reports it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _logger.LogError(fault, "搜索索引写盘失败，请检查磁盘空间和数据目录的权限。");
        }
        finally
        {
            Volatile.Write(ref _ticking, 0);
        }
    }
}
