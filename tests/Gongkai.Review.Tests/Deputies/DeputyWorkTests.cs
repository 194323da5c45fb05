using Gongkai.Review.Deputies;
using Gongkai.Review.Tests.Support;

namespace Gongkai.Review.Tests.Deputies;

public sealed class DeputyWorkTests
{
    [Fact]
    public async Task Everybody_names_a_deputy_for_themselves_and_only_they_and_administrators_end_it()
    {
        await using var site = await ReviewSite.OpenAsync();
        var day = new DateOnly(2026, 11, 26);

        Assert.Null(await site.AsAsync("reviewer", (DeputyWork work) => work.AddAsync("Reviewer", "signer", day, day, default)));
        Assert.Equal("Absent", (await site.AsAsync("drafter", (DeputyWork work) => work.AddAsync("reviewer", "drafter", day, day, default)))?.Path);

        var line = Assert.Single(await site.DeputiesAsync("reviewer"));
        Assert.Equal(("reviewer", true, true), (line.Deputy.Absent, line.Holds, line.MayEnd));
        Assert.False(Assert.Single(await site.DeputiesAsync("signer")).MayEnd);
        Assert.Empty(await site.DeputiesAsync("drafter"));
        Assert.False(await site.AsAsync("signer", (DeputyWork work) => work.EndAsync(line.Deputy.Id, default)));
        Assert.True(await site.AsAsync("reviewer", (DeputyWork work) => work.EndAsync(line.Deputy.Id, default)));
        Assert.Empty(await site.DeputiesAsync("reviewer"));
    }
}
