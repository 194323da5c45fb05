using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Gongkai.Tests;

/// <summary>A PostgreSQL server of the tests' own, in a folder that goes away when the tests do, however they end.</summary>
/// <remarks>
/// A shell keeps it: it makes and starts the cluster, then carries out what the tests tell it on its standard input. When that is closed,
/// because the tests are done or were killed, it stops the server and deletes the folder. Nothing but a socket in the folder leads to the server.
/// </remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    // Words that a message must not show.
    public const string Password = "geheim-口令";

    private const string Keeper = """
        set -u
        folder=$(mktemp -d /tmp/gongkai-pg-XXXXXX) || exit 1
        as_owner() { if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else "$@"; fi; }
        [ "$(id -u)" -eq 0 ] && chown postgres:postgres "$folder"
        chmod 755 "$folder"
        gone() { as_owner "$bin/pg_ctl" -D "$folder/data" stop -m immediate >/dev/null 2>&1; rm -rf "$folder"; }
        trap gone EXIT
        trap 'exit 1' INT TERM HUP
        printf '%s' "$PGPASSWORD" > "$folder/password" && chmod 644 "$folder/password"
        as_owner "$bin/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C.UTF-8 >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
        start() { as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w -t 60 -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=300 -c shared_buffers=64MB" start >"$folder/log" 2>&1 </dev/null || { cat "$folder/log" "$folder/data/server.log"; exit 1; }; }
        start
        echo "ready $folder"
        while read -r command; do
          case $command in
            stop) as_owner "$bin/pg_ctl" -D "$folder/data" -w stop -m immediate >/dev/null 2>&1 ;;
            start) start ;;
          esac
          echo "done $command"
        done
        """;

    private static readonly string[] Places = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt"];

    private readonly Process _keeper;
    private readonly string _folder;
    private int _databases;

    private PostgresCluster(Process keeper, string folder) => (_keeper, _folder) = (keeper, folder);

    public static async Task<PostgresCluster> StartAsync()
    {
        var start = new ProcessStartInfo("bash", ["-c", Keeper]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        (start.Environment["bin"], start.Environment["PGPASSWORD"]) = (FindPrograms(), Password);
        var keeper = Process.Start(start)!;
        var said = new List<string>();
        while (await keeper.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
                return new(keeper, line["ready ".Length..]);
            said.Add(line);
        }

        throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', said));
    }

    /// <summary>Makes a database, empty or a copy of one that nobody uses, and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? copied = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await RunAsync(copied is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(copied).Database}");
        return Connection(name);
    }

    /// <summary>Deletes a database with all that uses it.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var used = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(used);
        await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <summary>Waits until a query that counts something finds any.</summary>
    public static async Task UntilAnyAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The queries are the tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await command.ExecuteScalarAsync() is not > 0L)
            await look.WaitForNextTickAsync();
    }

    /// <summary>Stops the server as a crash would.</summary>
    public Task StopAsync() => TellAsync("stop");

    /// <summary>Starts it again.</summary>
    public Task StartAgainAsync() => TellAsync("start");

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static string FindPrograms() =>
        Places.Where(Directory.Exists).SelectMany(place => Directory.EnumerateDirectories(place).Append(place)).Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).OrderByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault()
        ?? throw new InvalidOperationException("No PostgreSQL server programs (initdb): see test.sh for what these tests need.");

    private string Connection(string database) => $"Host={_folder};Username=postgres;Password={Password};Database={database}";

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The names are the tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task TellAsync(string command)
    {
        await _keeper.StandardInput.WriteLineAsync(command);
        await _keeper.StandardInput.FlushAsync();
        while (await _keeper.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "done " + command)
                return;
        }

        throw new InvalidOperationException($"The cluster's keeper ended on “{command}”.");
    }
}
