using Gongkai.Tests;

namespace OrchardSite.Tests;

/// <summary>A cluster for the tests of one class.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    public PostgresCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await PostgresCluster.StartAsync();

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
