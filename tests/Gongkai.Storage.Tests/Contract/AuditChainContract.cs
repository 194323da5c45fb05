using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Storage.Tests;

/// <summary>The chain stays whole whatever happens at once; what somebody changes behind its back shows; and the database refuses the change in the first place.</summary>
public abstract class AuditChainContract : StorageContract
{
    [Fact]
    public async Task The_chain_stays_whole_when_several_write_and_roll_back_at_once()
    {
        TestSite[] sites = [await OpenAsync(), await Fixture.OpenAsync()];
        var before = (await Trail(sites[0]).VerifyAsync()).Last;

        await Task.WhenAll(Enumerable.Range(0, 80).Select(i => Task.Run(async () =>
        {
            var site = sites[i % 2];
            switch (i % 4)
            {
                case 0:
                    await site.DoAsync(new SaveDraft(Sample.Notice($"n{i}"), null), new Publish($"n{i}"));
                    break;
                case 1:
                    await site.RefusedAsync(new SaveDraft(Sample.Notice($"n{i}", ""), null), new Publish($"n{i}"));
                    break;
                case 2:
                    await Trail(site).AppendAsync([new(AuditActions.UserSignedIn, AuditResult.Refused)]);
                    break;
                default:
                    await site.Settings.SaveAsync($"document{i}", new() { ["x"] = i });
                    break;
            }
        })));

        var verified = await Trail(sites[1]).VerifyAsync();
        Assert.Empty(verified.Faults);
        Assert.Equal((1, before + 100), (verified.First, verified.Last));
        Assert.Equal(verified.Hash, await Trail(sites[0]).FindHashAsync(verified.Last));
        var numbers = new List<long>();
        await foreach (var row in Trail(sites[0]).StreamAsync(new()))
            numbers.Add(row.Sequence);
        Assert.Equal(Enumerable.Range(1, (int)verified.Last).Select(number => (long)number), numbers);
    }

    [Theory]
    [InlineData("""UPDATE "AuditTrail" SET "User" = 'other' WHERE "Sequence" = 3""", "审计记录第 3 号与校验值不符：这一条或它前面的一条被改动过。")]
    [InlineData("""UPDATE "AuditTrail" SET "Details" = '{}' WHERE "Sequence" IN (2, 5)""", "审计记录第 2 号与校验值不符：这一条或它前面的一条被改动过。", "审计记录第 5 号与校验值不符：这一条或它前面的一条被改动过。")]
    [InlineData("""UPDATE "AuditTrail" SET "Result" = 0 WHERE "Sequence" = 6""", "审计记录第 6 号与校验值不符：这一条或它前面的一条被改动过。")]
    [InlineData("""DELETE FROM "AuditTrail" WHERE "Sequence" IN (3, 4)""", "审计记录第 3 至 4 号缺失。")]
    [InlineData("""DELETE FROM "AuditTrail" WHERE "Sequence" <= 2""", "审计记录第 1 至 2 号缺失，也没有到期清理的记录。")]
    [InlineData("""DELETE FROM "AuditTrail" WHERE "Sequence" >= 5""", "审计记录的末尾不完整：第 5 至 6 号缺失或被改动过。")]
    [InlineData("""DELETE FROM "AuditTrail" """, "审计记录的末尾不完整：第 1 至 6 号缺失或被改动过。")]
    [InlineData("""UPDATE "AuditEnds" SET "Hash" = 'x'""", "审计记录的末尾不完整：第 6 号缺失或被改动过。")]
    public async Task What_somebody_changed_shows_and_the_check_names_it(string damage, params string[] faults)
    {
        var site = await Fixture.OpenAsync();
        await AppendAsync(site, 6);
        await RemoveTriggersAsync();

        await Fixture.ExecuteSqlAsync(damage);

        Assert.Equal(faults, (await Trail(site).VerifyAsync()).Faults.Select(fault => fault.Message));
        Assert.Equal(faults, await site.FaultsAsync());
    }

    [Fact]
    public async Task What_is_appended_after_the_end_was_cut_off_does_not_hide_it()
    {
        var site = await Fixture.OpenAsync();
        await AppendAsync(site, 6);
        await RemoveTriggersAsync();
        await Fixture.ExecuteSqlAsync("""DELETE FROM "AuditTrail" WHERE "Sequence" >= 5""");

        await AppendAsync(site, 3);

        Assert.Equal([new(AuditFaultKind.Missing, 5, 6)], (await Trail(site).VerifyAsync()).Faults);
    }

    [Theory]
    [InlineData("""UPDATE "AuditTrail" SET "User" = 'other' WHERE "Sequence" = 1""")]
    [InlineData("""UPDATE "AuditTrail" SET "Hash" = "Hash" """)]
    [InlineData("""DELETE FROM "AuditTrail" WHERE "Sequence" = 1""")]
    [InlineData("""DELETE FROM "AuditTrail" """)]
    public Task The_database_refuses_to_change_or_delete_a_row_of_the_last_six_months(string statement) => IsRefusedAsync(statement);

    protected async Task IsRefusedAsync(string statement)
    {
        // Younger than six months by the database's own clock, whenever the test is run.
        var site = await Fixture.OpenAsync(At(DateTimeOffset.UtcNow.AddDays(-180)));
        await AppendAsync(site, 2);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Fixture.ExecuteSqlAsync(statement));

        Assert.Equal((1, 2, true), await StateAsync(site));
    }

    [Fact]
    public async Task Rows_whose_time_is_over_go_and_the_rest_still_verifies()
    {
        var time = new FakeTimeProvider(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var site = await Fixture.OpenAsync(At(time));
        await AppendAsync(site, 5);
        time.Advance(TimeSpan.FromDays(100));
        await AppendAsync(site, 4);
        time.Advance(TimeSpan.FromDays(150));
        await AppendAsync(site, 2);
        var retention = site.Services.GetRequiredService<IAuditRetention>();
        var limit = new DateTime(2020, 3, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(5, await retention.RemoveBeforeAsync(limit));
        Assert.Equal((6, 12, true), await StateAsync(site));
        Assert.Equal(0, await retention.RemoveBeforeAsync(limit));
        Assert.Equal((6, 12, true), await StateAsync(site));

        // The removals themselves grow old, and a whole trail may: the last one always signs off.
        time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(7, await retention.RemoveBeforeAsync(time.GetUtcNow().UtcDateTime.AddDays(-200)));
        Assert.Equal((13, 13, true), await StateAsync(site));
        await AppendAsync(site, 1);
        Assert.Equal((13, 14, true), await StateAsync(site));
        var start = Assert.Single((await Trail(site).QueryAsync(new() { Action = AuditActions.AuditRemoved })).Records);
        Assert.Matches("""^\{"first":6,"last":12,"hash":"[0-9a-f]{64}"\}$""", start.Details);
    }

    [Fact]
    public async Task A_row_whose_time_is_over_waits_for_those_before_it_when_a_clock_was_put_back()
    {
        var time = new FakeTimeProvider(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var site = await Fixture.OpenAsync(At(time));
        var fast = await Fixture.OpenAsync(At(new DateTimeOffset(2020, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        await AppendAsync(site, 1);
        await AppendAsync(fast, 1);
        await AppendAsync(site, 1);
        time.Advance(TimeSpan.FromDays(250));

        Assert.Equal(1, await site.Services.GetRequiredService<IAuditRetention>().RemoveBeforeAsync(new(2020, 2, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal((2, 4, true), await StateAsync(site));
    }

    [Fact]
    public async Task Nothing_younger_than_six_months_is_removed()
    {
        var time = new FakeTimeProvider(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var site = await Fixture.OpenAsync(At(time));
        await AppendAsync(site, 1);
        time.Advance(TimeSpan.FromDays(IAuditRetention.LeastDays) - TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => site.Services.GetRequiredService<IAuditRetention>().RemoveBeforeAsync(new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

        Assert.Equal((1, 1, true), await StateAsync(site));
    }

    [Fact]
    public async Task A_removal_that_nobody_signed_off_or_that_says_otherwise_shows()
    {
        var time = new FakeTimeProvider(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var site = await Fixture.OpenAsync(At(time));
        await AppendAsync(site, 5);
        time.Advance(TimeSpan.FromDays(400));
        await AppendAsync(site, 3);
        await site.Services.GetRequiredService<IAuditRetention>().RemoveBeforeAsync(new(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        await RemoveTriggersAsync();
        await Fixture.ExecuteSqlAsync("""DELETE FROM "AuditTrail" WHERE "Sequence" = 6""");
        Assert.Equal([new(AuditFaultKind.Missing, 6, 6)], (await Trail(site).VerifyAsync()).Faults);

        await Fixture.ExecuteSqlAsync("""UPDATE "AuditTrail" SET "Details" = 'nonsense' WHERE "Action" = 'Audit.Removed'""");
        Assert.Equal([new(AuditFaultKind.NoStart, 1, 6), new(AuditFaultKind.Changed, 9, 9)], (await Trail(site).VerifyAsync()).Faults);
    }

    private static Action<IServiceCollection> At(DateTimeOffset now) => At(new FakeTimeProvider(now));

    private static Action<IServiceCollection> At(TimeProvider time) => services => services.AddSingleton(time);

    private static IAuditTrail Trail(TestSite site) => site.Services.GetRequiredService<IAuditTrail>();

    private static async Task<(long First, long Last, bool IsWhole)> StateAsync(TestSite site)
    {
        var verified = await Trail(site).VerifyAsync();
        return (verified.First, verified.Last, verified.IsWhole);
    }

    private static async Task AppendAsync(TestSite site, int rows)
    {
        for (var i = 0; i < rows; i++)
            await Trail(site).AppendAsync([new(AuditActions.UserSignedIn, AuditResult.Refused) { Title = $"第{i}次" }]);
    }

    private async Task RemoveTriggersAsync()
    {
        if (Fixture.Provider == DatabaseProvider.PostgreSQL)
        {
            await Fixture.ExecuteSqlAsync("""ALTER TABLE "AuditTrail" DISABLE TRIGGER USER""");
            return;
        }

        foreach (var trigger in (string[])["NoUpdate", "NoReplace", "NoDelete"])
            await Fixture.ExecuteSqlAsync($"""DROP TRIGGER "AuditTrail_{trigger}" """);
    }
}
