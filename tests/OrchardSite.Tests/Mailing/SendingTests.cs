using Gongkai.Content;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardSite.Mailing;
using SmtpServer.Protocol;

namespace OrchardSite.Tests.Mailing;

/// <summary>What a mail server does not take is tried again; a kill loses no mail and doubles at most the one under way.</summary>
public sealed class SendingTests(MailSite site) : IClassFixture<MailSite>, IAsyncLifetime
{
    /// <summary>Nothing is left of the test before.</summary>
    public async Task InitializeAsync()
    {
        (site.Sink.Answer, site.Sink.BeforeReply, site.Sink.Unknown) = (_ => null, () => { }, "");
        await site.Outbox.RetryAsync(DateTime.UnixEpoch);
        await site.Delivery.RunAsync();
        site.Sink.Taken.Clear();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_kill_between_the_servers_taking_and_our_noting_doubles_that_mail_alone()
    {
        foreach (var name in (string[])["a", "b", "c"])
            await AskAsync($"{name}@example.com");
        using var killed = new CancellationTokenSource();
        // The second mail is in the server's hands when the process goes.
        site.Sink.BeforeReply = () =>
        {
            if (site.Sink.Taken.Count == 2)
                killed.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Delivery.RunAsync(killed.Token));
        site.Sink.BeforeReply = () => { };
        Assert.Equal(1, await AnotherProcess().RunAsync());
        site.Time.Advance(OutboxDelivery.Patience);
        Assert.Equal(1, await AnotherProcess().RunAsync());

        Assert.Equal(3, site.Sink.Taken.Select(MailSite.ToOf).Distinct().Count());
        var ids = site.Sink.Taken.GroupBy(mail => mail.MessageId).Select(mails => mails.Count()).Order();
        Assert.Equal([1, 1, 2], ids);
        Assert.Equal(0, (await site.Outbox.StateAsync(1)).Waiting);
    }

    [Fact]
    public async Task Several_processes_send_each_mail_once()
    {
        for (var i = 0; i < 4; i++)
            await AskAsync($"{i}@example.com");

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AnotherProcess().RunAsync())));

        Assert.Equal(4, sent.Sum());
        Assert.Equal(4, site.Sink.Taken.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(4, site.Sink.Taken.Count);
    }

    [Fact]
    public async Task What_is_refused_for_now_comes_later_and_the_reason_names_nobody()
    {
        await AskAsync("later@example.com");
        site.Sink.Answer = _ => new SmtpResponse(SmtpReplyCode.ServiceUnavailable, "4.2.1 <later@example.com> try later");
        Assert.Equal(0, await site.Delivery.RunAsync());
        var waiting = Assert.Single((await site.Outbox.StateAsync(10)).Faulty);
        Assert.False(waiting.IsFailed);
        Assert.DoesNotContain("later@", waiting.Reason, StringComparison.Ordinal);

        site.Sink.Answer = _ => null;
        Assert.Equal(0, await site.Delivery.RunAsync());
        site.Time.Advance(OutboxDelivery.WaitAfter(1)!.Value);
        Assert.Equal(1, await site.Delivery.RunAsync());
    }

    [Fact]
    public async Task Whom_the_server_does_not_know_is_given_up_at_once_and_others_are_not_kept_back()
    {
        site.Sink.Unknown = "unknown";
        await AskAsync("unknown@example.com");
        await AskAsync("known@example.com");

        Assert.Equal(1, await site.Delivery.RunAsync());

        Assert.Equal(["known@example.com"], site.Sink.Taken.Select(MailSite.ToOf));
        var state = await site.Outbox.StateAsync(10);
        Assert.Equal((0, 1), (state.Waiting, state.Failed));
        Assert.Contains("550", Assert.Single(state.Faulty).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_loses_nothing_until_nobody_could_confirm_any_more()
    {
        await AskAsync("away@example.com");
        var away = AnotherProcess(new SmtpSender(new("127.0.0.1", 9, SecureSocketOptions.None, new("", "no-reply@example.gov.cn"), null, "", TimeSpan.FromSeconds(5)), site.Time));
        var attempts = 0;
        for (; (await site.Outbox.StateAsync(1)) is { Waiting: > 0 } && attempts < 20; attempts++)
        {
            Assert.Equal(0, await away.RunAsync());
            site.Time.Advance(TimeSpan.FromHours(24));
        }

        Assert.InRange(attempts, 2, 4);
        Assert.Equal(0, (await site.Outbox.StateAsync(1)).Failed);
    }

    private OutboxDelivery AnotherProcess(IMailSender? sender = null) => new(
        site.Outbox, site.Site.Services.GetServices<IMailTopic>(), sender ?? site.Site.Services.GetRequiredService<IMailSender>(), site.Time, NullLogger<OutboxDelivery>.Instance);

    private async Task AskAsync(string email) => Assert.Equal(
        SubscriptionAnswer.Asked,
        await site.Subscriptions.AskAsync(new(email, "all", "", "zh-Hans", DigestRhythm.Daily, site.Time.GetUtcNow().UtcDateTime, """{"Rhythm":0,"Language":"zh-Hans"}"""), new()));
}
