using Gongkai.Search.Log;

namespace OrchardSite.Hosting;

/// <summary>Runs the writing of the search log from start to end of the site.</summary>
internal sealed class SearchLogService(SearchLogWriting writing) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => writing.RunAsync(stoppingToken);
}
