using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage;

/// <summary>SQLite: a file, whose locks are files beside it.</summary>
internal sealed class SqliteEngine : StorageEngine
{
    // Two minutes: longer than any migration takes, short enough to tell of a folder that cannot be written.
    private const int MostAttempts = 2400;

    private readonly string _connectionString;
    private readonly string _file;

    public SqliteEngine(StorageOptions options)
    {
        _connectionString = SqliteConnections.ConnectionString(options);
        _file = SqliteConnections.FileOf(_connectionString);
    }

    public override string Name => nameof(DatabaseProvider.Sqlite);

    public override Task<bool> ExistsAsync(StorageContext context, CancellationToken cancellationToken) => Task.FromResult(File.Exists(_file));

    public override void AddContexts(IServiceCollection services) =>
        AddContexts<SqliteContext>(services, builder => builder.UseSqlite(_connectionString).AddInterceptors(new SqliteConnections()));

    /// <summary>The kernel gives the lock back when a process ends, however it ends.</summary>
    public override async Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var file = $"{_file}.{name}";
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

    public override async Task PrepareAsync(StorageContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        // Entity Framework leaves its own lock behind when it is killed and would wait for it forever; ours ends with its process.
        await context.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
    }

    public override string? OutageOf(Exception fault) =>
        Unwrap(fault).OfType<SqliteException>().Select(one => ReasonOf(one.SqliteErrorCode)).FirstOrDefault(reason => reason is not null) is { } why
            ? $"不能使用数据库文件 {_file}：{why}"
            : null;

    // https://sqlite.org/rescode.html
    private static string? ReasonOf(int code) => code switch
    {
        5 or 6 => "另一个进程长时间占用着它，请稍后再试。",
        3 or 8 or 23 => "没有写入的权限，请检查文件和文件夹的权限。",
        10 => "磁盘读写出错，请检查磁盘。",
        11 or 26 => "文件已损坏，请用备份恢复。",
        13 => "磁盘已满，请腾出空间。",
        14 => "打不开，请检查文件夹是否存在、是否有权限。",
        _ => null,
    };
}
