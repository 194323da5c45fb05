using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Indexing;

/// <summary>Who of several processes owns the index of a folder: a server keeps it, a command that works here for a while gives it up when asked.</summary>
/// <param name="folder">The folder.</param>
/// <param name="logger">Hears what went wrong.</param>
internal sealed class IndexOwnership(IndexFolder folder, ILogger logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(100);

    // An owner gives up between two batches that it follows.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private volatile bool _isKept;

    /// <summary>Whether this process is a server, which keeps the index.</summary>
    public bool IsKept => _isKept;

    /// <summary>Whether another process asks for what this one has and would give.</summary>
    public bool IsAskedFor => !IsKept && folder.Current is not null && folder.IsOwnershipRequested;

    /// <summary>Becomes the owner for as long as the process lives.</summary>
    /// <returns>False when the owner keeps it, too.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        _isKept = true;
        using var retry = new PeriodicTimer(Retry);
        for (var waited = TimeSpan.Zero; !await TryOwnAsync(cancellationToken); waited += Retry)
        {
            if (waited >= Patience)
            {
                folder.TakeOwnershipRequest();
                return false;
            }

            folder.RequestOwnership();
            await retry.WaitForNextTickAsync(cancellationToken);
        }

        folder.TakeOwnershipRequest();
        return true;
    }

    /// <summary>Closes the index and lets another process have it.</summary>
    public async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        await folder.Gate.WaitAsync(cancellationToken);
        try
        {
            folder.GiveUp();
        }
        catch (IOException fault)
        {
            // What was not committed the new owner follows again.
            logger.LogError(fault, "交出搜索索引前未能写盘。");
        }
        finally
        {
            folder.Gate.Release();
        }
    }

    private async Task<bool> TryOwnAsync(CancellationToken cancellationToken)
    {
        await folder.Gate.WaitAsync(cancellationToken);
        try
        {
            return folder.TryOwn();
        }
        finally
        {
            folder.Gate.Release();
        }
    }
}
