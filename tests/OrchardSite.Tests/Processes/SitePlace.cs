using System.Diagnostics;
using System.Text;
using Gongkai.Tests;

namespace OrchardSite.Tests;

/// <summary>Where a site is: a data folder, and a database in it or on a cluster. The program is run there as people run it.</summary>
public sealed class SitePlace : IAsyncDisposable
{
    private readonly PostgresCluster? _cluster;
    private readonly bool _ownsDatabase;

    private SitePlace(PostgresCluster? cluster, string? connection, bool ownsDatabase) => (_cluster, Connection, _ownsDatabase) = (cluster, connection, ownsDatabase);

    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-place-").FullName;

    public string? Connection { get; }

    /// <summary>An empty place, on SQLite without a cluster.</summary>
    public static async Task<SitePlace> CreateAsync(PostgresCluster? cluster = null) => new(cluster, cluster is null ? null : await cluster.CreateDatabaseAsync(), ownsDatabase: true);

    /// <summary>A place as this one is now; nothing may run here.</summary>
    public async Task<SitePlace> CopyAsync()
    {
        var copy = new SitePlace(_cluster, _cluster is null ? null : await _cluster.CreateDatabaseAsync(Connection), ownsDatabase: true);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = copy.At(Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    /// <summary>Another data folder on the same database.</summary>
    public SitePlace Beside() => new(_cluster, Connection, ownsDatabase: false);

    /// <summary>A data folder for a database that need not be there.</summary>
    public static SitePlace On(string connection) => new(null, connection, ownsDatabase: false);

    public string At(string path) => Path.Combine(Folder, path);

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs a command that must go well; its output.</summary>
    public async Task<string> DoAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with code {code}:\n{output}");
    }

    /// <summary>Starts a command of the site.</summary>
    public Process Start(params string[] arguments) => StartProgram(typeof(Hosting.SiteHost).Assembly.Location, [.. arguments, "--data", Folder, "--sample", "false"]);

    /// <summary>Starts a program that uses the site.</summary>
    public Process StartProgram(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (Connection is not null)
            (start.Environment["Database__Provider"], start.Environment["ConnectionStrings__Gongkai"]) = ("PostgreSQL", Connection);
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null && _ownsDatabase)
            await _cluster.DropDatabaseAsync(Connection!);
        Directory.Delete(Folder, recursive: true);
    }
}
