using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace OrchardSite.Tests;

/// <summary>The program serving a place, and what a reader gets from it.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string AddressLine = "网站地址：";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<string> _said;

    private SiteServer(Process process, HttpClient client, ConcurrentQueue<string> said) => (_process, _client, _said) = (process, client, said);

    /// <summary>All that it has written so far.</summary>
    public string Said => string.Join('\n', _said);

    public static async Task<SiteServer> StartAsync(SitePlace place)
    {
        var process = place.Start("serve", "--urls", "http://127.0.0.1:0");
        var said = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The server ended without an address:\n" + string.Join('\n', said)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(await address.Task.WaitAsync(Patience)) };
        return new(process, client, said);

        void Read(string? line)
        {
            if (line is null)
                return;
            said.Enqueue(line);
            if (line.StartsWith(AddressLine, StringComparison.Ordinal))
                address.TrySetResult(line[AddressLine.Length..]);
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<(HttpStatusCode Status, string Text)> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The ids of all items of a type that lists and searches show.</summary>
    public async Task<HashSet<string>> ListedAsync(string type)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var (_, text) = await ReadAsync($"/api/search?type={type}&sort=oldest&size=100&page={page}");
            var answer = JsonNode.Parse(text)!;
            ids.UnionWith(answer["hits"]!.AsArray().Select(hit => (string)hit!["contentItemId"]!));
            if (page * 100 >= (int)answer["total"]!)
                return ids;
        }
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        // As often as a reader might look, and no more: the server needs the machine, too.
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Patience, $"never happened: {what}; the server said:\n{Said}");
            await look.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
    }
}
