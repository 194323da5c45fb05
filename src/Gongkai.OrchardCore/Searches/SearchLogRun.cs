using Gongkai.Search.Log;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace Gongkai.OrchardCore.Searches;

/// <summary>Runs the writing of the search log from the tenant's activation until its container goes, which is when the last counts are written.</summary>
/// <remarks>A reloaded tenant has a new one of these with counts of its own; both add to the same rows.</remarks>
internal sealed class SearchLogRun(SearchLogWriting writing) : IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private int _started;

    /// <summary>Starts it, once.</summary>
    public Task StartAsync()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            return Task.CompletedTask;
        // The scope of the request that activates the tenant ends long before this does.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => writing.RunAsync(_stopping.Token));
        return Task.CompletedTask;
    }

    public void Dispose() => _stopping.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

/// <summary>Starts the writing with the tenant.</summary>
internal sealed class SearchLogStart(SearchLogRun run, ShellSettings settings) : ModularTenantEvents
{
    public override Task ActivatedAsync()
    {
        // When the scope has ended: until then only it sees a table that an upgrade brings.
        if (settings.IsRunning())
            ShellScope.AddDeferredTask(_ => run.StartAsync());
        return Task.CompletedTask;
    }
}
