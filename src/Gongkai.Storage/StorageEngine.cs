using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>What differs between the database engines, beside their contexts.</summary>
internal abstract class StorageEngine
{
    /// <summary>The engine that the options ask for.</summary>
    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static StorageEngine Of(StorageOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteEngine(options),
        DatabaseProvider.PostgreSQL => new PostgresEngine(options),
        _ => throw new NotSupportedException($"{options.Provider} is no known engine."),
    };

    /// <summary>The engine's name, as the configuration has it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the database is there; of a server that is away the fault.</summary>
    public abstract Task<bool> ExistsAsync(StorageContext context, CancellationToken cancellationToken);

    /// <summary>Adds the engine's contexts as those of the storage.</summary>
    public abstract void AddContexts(IServiceCollection services);

    /// <summary>Waits until this process is the only one that holds a lock of the database; disposing gives it back, and so does the end of the process.</summary>
    public abstract Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes the database ready for its schema. Called inside the lock of the migration.</summary>
    public abstract Task PrepareAsync(StorageContext context, CancellationToken cancellationToken);

    /// <summary>Says in Simplified Chinese what keeps the database from answering; null when a fault is of another sort.</summary>
    public abstract string? OutageOf(Exception fault);

    /// <summary>The faults that one stands for: itself, what it wraps, and what those wrap.</summary>
    protected static IEnumerable<Exception> Unwrap(Exception fault)
    {
        yield return fault;
        var inner = fault is AggregateException several ? several.InnerExceptions : (IReadOnlyList<Exception>)(fault.InnerException is { } one ? [one] : []);
        foreach (var wrapped in inner.SelectMany(Unwrap))
            yield return wrapped;
    }

    /// <summary>Adds the pooled contexts of an engine.</summary>
    protected static void AddContexts<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : StorageContext
    {
        services.AddPooledDbContextFactory<TContext>(builder =>
        {
            configure(builder);
            // Every statement at "information" would be a log line for each page view, and what fails is thrown: whoever catches it tells it once.
            builder.ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandExecuted, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        });
        services.AddSingleton<IDbContextFactory<StorageContext>>(provider => new Factory<TContext>(provider.GetRequiredService<IDbContextFactory<TContext>>()));
    }

    private sealed class Factory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<StorageContext>
        where TContext : StorageContext
    {
        public StorageContext CreateDbContext() => contexts.CreateDbContext();
    }
}
