using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Lets the writers of this process in one after the other, in their order; the database sees to other processes.</summary>
internal sealed class StorageWriter(IDbContextFactory<StorageContext> contexts, ChangeSignal signal) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<WriteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        StorageContext? context = null;
        try
        {
            context = await contexts.CreateDbContextAsync(cancellationToken);
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            return await WriteTransaction.BeginAsync(context, signal, () => _gate.Release(), cancellationToken);
        }
        catch
        {
            if (context is not null)
                await context.DisposeAsync();
            _gate.Release();
            throw;
        }
    }

    public void Dispose() => _gate.Dispose();
}
