using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Benchmarks.Processes;

/// <summary>A server in a process of its own, the site or a floor, which prints the address where it listens.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Server(Process process)
    {
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new BenchmarkException("A server ended before it printed its address."));
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>From the start of the process until the first page was there.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>What it holds in memory now, in megabytes.</summary>
    public double Megabytes => ProcessMemory.Now(_process);

    /// <summary>The site on a data folder, its first page shown.</summary>
    public static Task<Server> StartSiteAsync(string data, CancellationToken cancellationToken) =>
        StartAsync([.. Programs.Site, "serve", "--urls", "http://127.0.0.1:0", "--data", data, "--sample", "false"], cancellationToken);

    /// <summary>A command of this program that serves.</summary>
    public static Task<Server> StartOwnAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => StartAsync([.. Programs.Own, .. arguments], cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Child.End(_process);
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<Server> StartAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var server = new Server(Child.Start("dotnet", arguments));
        try
        {
            server.Address = await server._address.Task.WaitAsync(Patience, cancellationToken);
            using var client = new HttpClient { BaseAddress = server.Address };
            await client.GetByteArrayAsync(new Uri("/", UriKind.Relative), cancellationToken);
            server.FirstPage = Stopwatch.GetElapsedTime(started);
            return server;
        }
        catch (Exception fault) when (fault is BenchmarkException or TimeoutException or HttpRequestException)
        {
            await server.DisposeAsync();
            throw new BenchmarkException($"{fault.Message} It said:\n{server.Said()}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private void Read(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
        if (line is not null && PrintedAddress().Match(line) is { Success: true } address)
            _address.TrySetResult(new Uri(address.Value));
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.NonBacktracking)]
    private static partial Regex PrintedAddress();
}
