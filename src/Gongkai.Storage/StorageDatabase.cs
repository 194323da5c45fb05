using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The database as a whole.</summary>
public sealed class StorageDatabase
{
    // Two minutes: longer than any migration takes, short enough to tell of a folder that cannot be written.
    private const int MostAttempts = 2400;

    private readonly StorageOptions _options;
    private readonly IDbContextFactory<StorageContext> _contexts;
    private readonly ChangeFeed _feed;
    private readonly StoredDefinitions _definitions;
    private readonly StoredSettings _settings;

    internal StorageDatabase(StorageOptions options, IDbContextFactory<StorageContext> contexts, ChangeFeed feed, StoredDefinitions definitions, StoredSettings settings) =>
        (_options, _contexts, _feed, _definitions, _settings) = (options, contexts, feed, definitions, settings);

    /// <summary>Makes the schema or brings it up to date, then reads definitions and settings. The home calls it before anything else.</summary>
    /// <remarks>Safe when several processes start at once, and when one was killed in the middle.</remarks>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(SqliteConnections.ConnectionString(_options)).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using (await LockAsync(file + ".migrating", cancellationToken))
        await using (var context = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            // Entity Framework leaves its own lock behind when it is killed and would wait for it forever; ours ends with its process.
            await context.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                await context.Database.MigrateAsync(cancellationToken);
        }

        var last = await _feed.GetLastAsync(cancellationToken);
        await _definitions.CatchUpAsync(last, cancellationToken);
        await _settings.CatchUpAsync(last, cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }
}
