using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Who wants digests is kept sealed, dealt with once, and forgotten when they leave.</summary>
public abstract class SubscriptionContract : StorageContract
{
    private const string Address = "Zhang.San@example.com";
    private static readonly DateTime Monday = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public async Task An_address_is_nowhere_in_clear_and_opens_with_the_sites_keys_alone()
    {
        var site = await OpenAsync();
        await AskAsync(site, Address);
        var id = (await site.Services.GetRequiredService<IOutbox>().TakeAsync(Monday, TimeSpan.Zero))!.SubjectId;

        await using (var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync())
        {
            var row = Assert.Single(await context.Subscriptions.ToListAsync());
            Assert.DoesNotContain("zhang", row.Address + row.AddressHash, StringComparison.OrdinalIgnoreCase);
            Assert.All([row.Address, row.AddressHash], text => Assert.DoesNotContain(Convert.ToBase64String("Zhang.San"u8)[..8], text, StringComparison.Ordinal));
            Assert.DoesNotContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Address.ToLowerInvariant()))), row.AddressHash, StringComparison.Ordinal);
        }

        Assert.Equal(Address, (await Of(await OpenAsync()).FindAsync(id))!.Address);
        Assert.Equal("", (await Of(await Fixture.OpenAsync()).FindAsync(id))!.Address);
    }

    [Fact]
    public async Task With_other_keys_people_can_still_subscribe()
    {
        await AskAsync(await OpenAsync(), Address);

        Assert.Equal(SubscriptionAnswer.Asked, await AskAsync(await Fixture.OpenAsync(), Address));
    }

    [Fact]
    public async Task One_address_however_it_is_written_has_one_subscription_of_a_list()
    {
        var site = await OpenAsync();
        await AskAsync(site, Address);
        await AskAsync(site, Address.ToUpperInvariant());
        await AskAsync(site, Address, query: "?q=a");
        await AskAsync(site, "other@example.com");

        Assert.Equal([("all", "", 2), ("all", "?q=a", 1)], (await Of(site).CountAsync()).Select(count => (count.List, count.Query, count.Unconfirmed)));
    }

    [Fact]
    public async Task An_address_is_asked_so_often_a_day_and_has_so_many()
    {
        var site = await OpenAsync();
        var limits = new SubscriptionLimits(AskedADay: 3, OfAddress: 4);
        for (var i = 0; i < 3; i++)
            Assert.Equal(SubscriptionAnswer.Asked, await AskAsync(site, Address, limits: limits));
        Assert.Equal(SubscriptionAnswer.TooManyOfAddress, await AskAsync(site, Address, limits: limits));
        Assert.Equal(SubscriptionAnswer.TooManyOfAddress, await AskAsync(site, Address, query: "?q=a", limits: limits));
        Assert.Equal(SubscriptionAnswer.Asked, await AskAsync(site, "other@example.com", limits: limits));

        // A day later it may again, up to so many subscriptions.
        for (var day = 1; day <= 3; day++)
            Assert.Equal(SubscriptionAnswer.Asked, await AskAsync(site, Address, query: $"?q={day}", limits: limits, utc: Monday.AddDays(day * 2)));
        Assert.Equal(SubscriptionAnswer.TooManyOfAddress, await AskAsync(site, Address, query: "?q=9", limits: limits, utc: Monday.AddDays(9)));
        Assert.Equal(SubscriptionAnswer.Full, await AskAsync(site, "third@example.com", limits: limits with { Unconfirmed = 5 }, utc: Monday.AddDays(9)));
    }

    [Fact]
    public async Task A_digest_is_dealt_with_once_by_however_many_processes_and_only_for_whom_it_is_due()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var id = await ConfirmedAsync(one, Address);
        var weekly = await ConfirmedAsync(one, "weekly@example.com", DigestRhythm.Weekly);
        await AskAsync(one, "unconfirmed@example.com");
        var due = Monday.AddDays(1);

        Assert.Equal([id], (await Of(other).DueAsync(DigestRhythm.Daily, due, "", 10)).Select(subscription => subscription.Id));
        Assert.Equal([weekly], (await Of(other).DueAsync(DigestRhythm.Weekly, due, "", 10)).Select(subscription => subscription.Id));
        Assert.Empty(await Of(other).DueAsync(DigestRhythm.Daily, Monday, "", 10));
        Assert.Empty(await Of(other).DueAsync(DigestRhythm.Daily, due, id, 10));

        var payloads = new Dictionary<string, string?> { [id] = "{}", ["gone"] = "{}" };
        var given = await Task.WhenAll(new[] { one, other, one, other }.Select(site => Task.Run(() => Of(site).AnswerAsync(due, 7, payloads, due))));

        Assert.Equal(1, given.Sum());
        Assert.Empty(await Of(one).DueAsync(DigestRhythm.Daily, due, "", 10));
        Assert.Equal((due, 7L), ((await Of(one).FindAsync(id))!.DigestUtc, (await Of(one).FindAsync(id))!.Sequence));
    }

    [Fact]
    public async Task Where_nothing_is_new_it_is_noted_and_no_mail_is_made()
    {
        var site = await OpenAsync();
        var id = await ConfirmedAsync(site, Address);

        Assert.Equal(0, await Of(site).AnswerAsync(Monday.AddDays(1), 7, new Dictionary<string, string?> { [id] = null }, Monday.AddDays(1)));
        Assert.Empty(await Of(site).DueAsync(DigestRhythm.Daily, Monday.AddDays(1), "", 10));
        Assert.Null(await site.Services.GetRequiredService<IOutbox>().TakeAsync(Monday.AddYears(1), TimeSpan.Zero));
    }

    [Fact]
    public async Task Who_leaves_is_gone_with_all_that_was_to_be_sent()
    {
        var site = await OpenAsync();
        var id = await ConfirmedAsync(site, Address);
        await Of(site).AnswerAsync(Monday.AddDays(1), 7, new Dictionary<string, string?> { [id] = "{}" }, Monday.AddDays(1));

        Assert.True(await Of(site).LeaveAsync(id));
        Assert.False(await Of(site).LeaveAsync(id));

        Assert.Null(await Of(site).FindAsync(id));
        Assert.Null(await Of(site).ConfirmAsync(id, DigestRhythm.Daily, "en", Monday, 1));
        Assert.Null(await site.Services.GetRequiredService<IOutbox>().TakeAsync(Monday.AddYears(1), TimeSpan.Zero));
    }

    [Fact]
    public async Task What_nobody_confirmed_goes_with_its_mails_and_what_was_confirmed_stays()
    {
        var site = await OpenAsync();
        await ConfirmedAsync(site, Address);
        await AskAsync(site, "late@example.com");
        await AskAsync(site, "new@example.com", utc: Monday.AddDays(5));

        Assert.Equal(1, await Of(site).DropUnconfirmedAsync(Monday.AddDays(3)));

        Assert.Equal((1, 1), ((await Of(site).CountAsync())[0].Daily, (await Of(site).CountAsync())[0].Unconfirmed));
        Assert.Equal(1, (await site.Services.GetRequiredService<IOutbox>().StateAsync(10)).Waiting);
    }

    [Fact]
    public async Task A_mail_is_taken_by_one_of_many_and_comes_again_when_its_taker_was_killed()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        for (var i = 0; i < 12; i++)
            await AskAsync(one, $"{i}@example.com");

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Outbox(i % 2 == 0 ? one : other).TakeAsync(Monday, TimeSpan.FromMinutes(5)))));

        Assert.Equal(12, taken.OfType<OutboxEntry>().Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(4, taken.Count(entry => entry is null));
        Assert.Null(await Outbox(one).TakeAsync(Monday.AddMinutes(4), TimeSpan.FromMinutes(5)));
        Assert.Equal(2, (await Outbox(one).TakeAsync(Monday.AddMinutes(5), TimeSpan.FromMinutes(5)))!.Attempts);
    }

    [Fact]
    public async Task A_mail_that_was_not_sent_waits_is_given_up_and_can_be_tried_again()
    {
        var site = await OpenAsync();
        await AskAsync(site, Address);
        var outbox = Outbox(site);
        var entry = (await outbox.TakeAsync(Monday, TimeSpan.FromMinutes(5)))!;

        await outbox.PutBackAsync(entry.Id, Monday.AddHours(1), "421 later");
        Assert.Null(await outbox.TakeAsync(Monday.AddMinutes(59), TimeSpan.FromMinutes(5)));
        Assert.NotNull(await outbox.TakeAsync(Monday.AddHours(1), TimeSpan.FromMinutes(5)));
        await outbox.PutBackAsync(entry.Id, null, "550 no");
        Assert.Null(await outbox.TakeAsync(Monday.AddYears(1), TimeSpan.FromMinutes(5)));
        var state = await outbox.StateAsync(10);
        Assert.Equal((0, 1, "550 no"), (state.Waiting, state.Failed, Assert.Single(state.Faulty).Reason));

        Assert.Equal(1, await outbox.RetryAsync(Monday.AddDays(1)));
        Assert.Equal(1, (await outbox.TakeAsync(Monday.AddDays(1), TimeSpan.FromMinutes(5)))!.Attempts);
        await outbox.PutBackAsync(entry.Id, null, "550 no");
        Assert.Equal(0, await outbox.DropBeforeAsync(Monday));
        Assert.Equal(1, await outbox.DropBeforeAsync(Monday.AddDays(1)));
        await outbox.DoneAsync(entry.Id);
    }

    [Fact]
    public async Task Nothing_of_it_is_a_change_of_content()
    {
        var site = await OpenAsync();
        await ConfirmedAsync(site, Address);

        Assert.Equal(0, await site.Feed.GetLastAsync());
    }

    private Task<TestSite> OpenAsync() => Fixture.OpenAsync(services => services.AddSingleton<IDataProtectionProvider>(_keys));

    private static ISubscriptions Of(TestSite site) => site.Services.GetRequiredService<ISubscriptions>();

    private static IOutbox Outbox(TestSite site) => site.Services.GetRequiredService<IOutbox>();

    private static Task<SubscriptionAnswer> AskAsync(TestSite site, string address, string query = "", DigestRhythm rhythm = DigestRhythm.Daily, SubscriptionLimits? limits = null, DateTime? utc = null) =>
        Of(site).AskAsync(new(address, "all", query, "zh-Hans", rhythm, utc ?? Monday, "{}"), limits ?? new());

    private static async Task<string> ConfirmedAsync(TestSite site, string address, DigestRhythm rhythm = DigestRhythm.Daily)
    {
        await AskAsync(site, address, rhythm: rhythm);
        var mail = (await Outbox(site).TakeAsync(Monday, TimeSpan.FromMinutes(5)))!;
        await Outbox(site).DoneAsync(mail.Id);
        Assert.True((await Of(site).ConfirmAsync(mail.SubjectId, rhythm, "zh-Hans", Monday, 0))!.IsConfirmed);
        return mail.SubjectId;
    }
}
