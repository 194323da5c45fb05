using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>Work on many items is kept beside its process.</summary>
public abstract class DeskJobContract : StorageContract
{
    private static readonly DateTime Start = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_job_is_looked_at_from_another_process_and_says_how_far_it_is()
    {
        var (site, other) = (await OpenAsync(), await Fixture.OpenAsync());
        var last = await site.Feed.GetLastAsync();
        var job = Job("a", Start);
        await Jobs(site).SaveAsync(job);
        await Jobs(site).SaveAsync(job with { UpdatedUtc = Start.AddMinutes(1), IsDone = true, Json = "{\"Done\":2}" });

        Assert.Equal(job with { UpdatedUtc = Start.AddMinutes(1), IsDone = true, Json = "{\"Done\":2}" }, await Jobs(other).FindAsync("a"));
        Assert.Null(await Jobs(other).FindAsync("b"));
        Assert.Null(await Jobs(other).FindAsync("\0"));
        Assert.Equal(last, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task Somebodys_jobs_come_newest_first_and_those_of_a_month_ago_are_forgotten()
    {
        var site = await OpenAsync();
        await Jobs(site).SaveAsync(Job("old", Start.AddDays(-31)));
        await Jobs(site).SaveAsync(Job("a", Start));
        await Jobs(site).SaveAsync(Job("b", Start.AddMinutes(1)));
        await Jobs(site).SaveAsync(Job("foreign", Start) with { Owner = "li" });
        await Jobs(site).SaveAsync(Job("other", Start) with { Kind = "recipe" });

        Assert.Equal(["b", "a"], (await Jobs(site).OfAsync("wang", "bulk", 10)).Select(job => job.Id));
        Assert.Equal(["b"], (await Jobs(site).OfAsync("wang", "bulk", 1)).Select(job => job.Id));
        Assert.Equal(["b", "a", "foreign"], (await Jobs(site).NewestAsync("bulk", 3)).OrderByDescending(job => job.CreatedUtc).ThenBy(job => job.Id, StringComparer.Ordinal).Select(job => job.Id));
        Assert.Null(await Jobs(site).FindAsync("old"));
    }

    private static DeskJob Job(string id, DateTime at) => new(id, "wang", "bulk", at, at, false, "{}");

    private static IDeskJobs Jobs(TestSite site) => (IDeskJobs)site.Services.GetService(typeof(IDeskJobs))!;
}
