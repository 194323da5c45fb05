using Gongkai.Tests;
using Xunit.Abstractions;

namespace OrchardSite.Tests;

/// <summary>The real program is killed in the middle of its work: what it promised is there, nothing is half there, and it is completed by doing it again. benchmarks/kill.sh does it a hundred times.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task On_SQLite_a_killed_process_leaves_nothing_lost_and_nothing_half() =>
        await KillAsync(null, [KillSort.Import, KillSort.Publishing, KillSort.Indexing, KillSort.Import, KillSort.Publishing, KillSort.Indexing]);

    [Fact]
    public async Task On_PostgreSQL_a_killed_process_leaves_nothing_lost_and_nothing_half()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await KillAsync(cluster, [KillSort.Import, KillSort.Publishing]);
    }

    private async Task KillAsync(PostgresCluster? cluster, KillSort[] sorts)
    {
        await using var rounds = await KillRounds.PrepareAsync(cluster);
        foreach (var sort in sorts)
        {
            var round = await rounds.RunAsync(sort);
            output.WriteLine(round.ToString());
            Assert.True(round.Lost.Count + round.Half.Count + round.Faults.Count == 0, round.ToString());
        }
    }
}
