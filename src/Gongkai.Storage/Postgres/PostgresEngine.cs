using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.Storage;

/// <summary>PostgreSQL: a server, whose locks are its own advisory locks.</summary>
internal sealed class PostgresEngine : StorageEngine
{
    // What whoever writes the connection string does not say. A server that is away is known within seconds, and the locks of a
    // machine that lost its power are free within a minute.
    private const string Defaults =
        "Application Name=Gongkai;Timeout=5;Maximum Pool Size=50;Max Auto Prepare=64;Options=-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    private readonly string _connectionString;
    private readonly string _place;

    public PostgresEngine(StorageOptions options)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(Defaults);
            var given = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            foreach (string key in given.Keys)
                connection[key] = given[key];
            if (connection.Host is not { Length: > 0 } || connection.Database is not { Length: > 0 })
                throw new FormatException("Host or Database is missing.");
            _connectionString = connection.ConnectionString;
            _place = $"{connection.Host}:{connection.Port}/{connection.Database}";
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or NotSupportedException)
        {
            // Without the fault: it may quote what was written.
            throw new StorageException("ConnectionStrings:Gongkai 不是 PostgreSQL 的连接字符串，应写作 Host=服务器;Database=数据库;Username=用户;Password=密码。");
        }
    }

    public override string Name => nameof(DatabaseProvider.PostgreSQL);

    public override async Task<bool> ExistsAsync(StorageContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.CloseConnectionAsync();
        return true;
    }

    public override void AddContexts(IServiceCollection services) => AddContexts<PostgresContext>(services, builder => builder.UseNpgsql(_connectionString));

    public override Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => PostgresLock.TakeAsync(_connectionString, name, cancellationToken);

    public override async Task PrepareAsync(StorageContext context, CancellationToken cancellationToken)
    {
        var encoding = (await context.Database.SqlQueryRaw<string>("""SELECT current_setting('server_encoding') AS "Value" """).ToListAsync(cancellationToken))[0];
        if (encoding != "UTF8")
            throw new StorageException($"数据库（{_place}）的编码是 {encoding}，请另建一个 UTF8 编码的数据库（createdb --encoding=UTF8 --template=template0）。");
    }

    public override string? OutageOf(Exception fault) =>
        Unwrap(fault).Select(PostgresOutage.ReasonOf).FirstOrDefault(reason => reason is not null) is { } why ? $"不能使用数据库（{_place}）：{why}" : null;
}
