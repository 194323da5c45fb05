using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The contexts that a scope reads by. An open one waits for the scope's next read: opening a connection costs more than most reads do.</summary>
/// <remarks>Reads at the same time get a context each. No transaction is kept: every read sees what is committed when it begins.</remarks>
internal sealed class ReaderContexts(IDbContextFactory<StorageContext> contexts) : IDisposable, IAsyncDisposable
{
    private StorageContext? _waiting;
    private bool _isDisposed;

    /// <summary>A context for one read, to be given back by disposing the lease.</summary>
    public async ValueTask<Lease> TakeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _waiting, null) is { } waiting)
        {
            // The server may have gone away meanwhile.
            if (waiting.Database.GetDbConnection().State == ConnectionState.Open)
                return new(this, waiting);
            await waiting.DisposeAsync();
        }

        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            return new(this, context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _isDisposed, true);
        if (Interlocked.Exchange(ref _waiting, null) is not { } waiting)
            return;
        waiting.Database.CloseConnection();
        waiting.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _isDisposed, true);
        if (Interlocked.Exchange(ref _waiting, null) is { } waiting)
            await CloseAsync(waiting);
    }

    private async ValueTask GiveBackAsync(StorageContext context)
    {
        if (Volatile.Read(ref _isDisposed) || Interlocked.CompareExchange(ref _waiting, context, null) is not null)
            await CloseAsync(context);
    }

    private static async ValueTask CloseAsync(StorageContext context)
    {
        await context.Database.CloseConnectionAsync();
        await context.DisposeAsync();
    }

    /// <summary>A context while a read uses it.</summary>
    internal readonly struct Lease(ReaderContexts owner, StorageContext context) : IAsyncDisposable
    {
        public StorageContext Context => context;

        public ValueTask DisposeAsync() => owner.GiveBackAsync(context);
    }
}
