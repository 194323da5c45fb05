using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The database as a whole.</summary>
public sealed class StorageDatabase
{
    private readonly StorageEngine _engine;
    private readonly IDbContextFactory<StorageContext> _contexts;
    private readonly ChangeFeed _feed;
    private readonly StoredDefinitions _definitions;
    private readonly StoredSettings _settings;

    internal StorageDatabase(StorageEngine engine, IDbContextFactory<StorageContext> contexts, ChangeFeed feed, StoredDefinitions definitions, StoredSettings settings) =>
        (_engine, _contexts, _feed, _definitions, _settings) = (engine, contexts, feed, definitions, settings);

    /// <summary>Makes the schema or brings it up to date, then reads definitions and settings. The home calls it before anything else.</summary>
    /// <remarks>Safe when several processes start at once, and when one was killed in the middle.</remarks>
    /// <exception cref="StorageException">The database cannot be reached or used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await MigrateAsync(cancellationToken);
            var last = await _feed.GetLastAsync(cancellationToken);
            await _definitions.CatchUpAsync(last, cancellationToken);
            await _settings.CatchUpAsync(last, cancellationToken);
            await _definitions.RederiveAsync(cancellationToken);
        }
        catch (Exception fault) when (OutageOf(fault) is { } outage)
        {
            throw new StorageException(outage, fault);
        }
    }

    /// <summary>Waits until this process is the only one on the database that holds a lock; disposing gives it back, and so does the end of the process.</summary>
    /// <param name="name">The lock's name: lower-case letters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken = default) => _engine.LockAsync(name, cancellationToken);

    /// <summary>Says in Simplified Chinese what keeps the database from answering; null when a fault is of another sort.</summary>
    public string? OutageOf(Exception fault) => _engine.OutageOf(fault);

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var only = await _engine.LockAsync("migrating", cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await _engine.PrepareAsync(context, cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            await context.Database.MigrateAsync(cancellationToken);
    }
}
