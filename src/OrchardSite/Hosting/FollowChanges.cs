using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>Follows the change feed while the site serves.</summary>
internal sealed class FollowChanges(ChangeFollowing following) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => following.RunAsync(stoppingToken);
}
