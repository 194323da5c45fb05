using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>Runs what modules do beside requests, from start to end of the site.</summary>
internal sealed class ModuleWork(IEnumerable<IBackgroundWork> works) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(works.Select(work => Task.Run(() => work.RunAsync(stoppingToken), CancellationToken.None)));
}
