using System.Text;
using Gongkai.Content;
using MimeKit;

namespace OrchardSite.Tests.Mailing;

/// <summary>From the form to the digest and out again, with a real mail server.</summary>
public sealed class DigestStoryTests(MailSite site) : IClassFixture<MailSite>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Somebody_subscribes_confirms_gets_what_is_new_and_leaves()
    {
        const string Email = "li.si@example.com";
        Assert.Contains("href=\"/subscriptions/new?list=catalogue\"", await site.Site.GetTextAsync("/catalogue"), StringComparison.Ordinal);
        Assert.Contains("政府信息公开目录", await site.Site.GetTextAsync("/subscriptions/new?list=catalogue"), StringComparison.Ordinal);

        using (var asked = await site.AskAsync(Email, "catalogue"))
            Assert.Equal("/subscriptions/asked", asked.Headers.Location!.OriginalString);
        await site.Delivery.RunAsync();
        var question = site.Sink.Taken.Single(mail => MailSite.ToOf(mail) == Email);
        Assert.Equal(("请确认邮件订阅：政府信息公开目录", "no-reply@example.gov.cn"), (question.Subject, question.From.Mailboxes.Single().Address));
        var link = MailSite.LinkOf(question, "confirm");

        // Programs that look through mails open every link: nothing comes of it.
        Assert.Contains("确认订阅", await site.Site.GetTextAsync(link), StringComparison.Ordinal);
        Assert.All(await site.Subscriptions.CountAsync(), count => Assert.Equal(0, count.List == "catalogue" ? count.Daily : 0));
        using (var confirmed = await site.PostAsync("/subscriptions/confirm", ("t", MailSite.TokenOf(link))))
            Assert.Contains("订阅成功", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Nothing new, nothing sent.
        await site.DigestAsync(Day);
        Assert.Single(Got(Email));
        await site.PublishAnewAsync("sample-entry-15");
        await site.DigestAsync(Day);
        await site.DigestAsync(TimeSpan.FromHours(1));
        await site.DigestAsync(Day);

        var digest = Got(Email).Skip(1).Single();
        Assert.Equal("政府信息公开目录：1 条新内容", digest.Subject);
        Assert.Contains("食品安全信息公示办法", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{MailSite.Origin}/entries/000000111-2024-00001", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains($"href=\"{MailSite.Origin}/entries/000000111-2024-00001\"", digest.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", digest.Headers["List-Unsubscribe-Post"]);
        var leave = MailSite.LinkOf(digest, "leave");
        Assert.Equal($"<{MailSite.Origin}{leave}>", digest.Headers["List-Unsubscribe"]!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("<catalogue.www.example.gov.cn>", digest.Headers["List-Id"]);
        Assert.Equal("auto-generated", digest.Headers["Auto-Submitted"]);

        // RFC 8058: one POST, as a mail program sends it.
        Assert.Contains("退订", await site.Site.GetTextAsync(leave), StringComparison.Ordinal);
        Assert.Contains(await site.Subscriptions.CountAsync(), count => count is { List: "catalogue", Daily: 1 });
        using (var left = await site.PostAsync(leave, ("List-Unsubscribe", "One-Click")))
            Assert.Equal(200, (int)left.StatusCode);
        Assert.DoesNotContain(await site.Subscriptions.CountAsync(), count => count.List == "catalogue");
        Assert.Contains("已经退订", await site.Site.GetTextAsync(leave), StringComparison.Ordinal);
        using var late = await site.PostAsync("/subscriptions/confirm", ("t", MailSite.TokenOf(link)));
        Assert.Equal(410, (int)late.StatusCode);
    }

    [Fact]
    public async Task A_weekly_digest_of_a_search_comes_on_Monday_in_its_language_and_has_only_what_the_search_finds()
    {
        const string Email = "weekly@example.com";
        await site.SubscribeAsync(Email, "search", "?q=食品安全", "weekly", "en");
        await site.PublishAnewAsync("sample-entry-15");
        await site.PublishAnewAsync("sample-entry-13");
        for (var days = 0; Got(Email).Count == 1 && days < 8; days++)
            await site.DigestAsync(Day);

        var digest = Got(Email)[^1];
        Assert.Equal(DayOfWeek.Monday, TimeZoneInfo.ConvertTime(site.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DayOfWeek);
        Assert.Equal("Search: 食品安全: 1 new", digest.Subject);
        Assert.Contains("食品安全信息公示办法", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains("To leave", digest.TextBody, StringComparison.Ordinal);
        Assert.Equal("en", digest.Body!.Headers[HeaderId.ContentLanguage]);
    }

    [Fact]
    public async Task What_is_withdrawn_before_a_mail_is_sent_is_not_told()
    {
        const string Email = "withdrawn@example.com";
        await site.SubscribeAsync(Email);
        await site.PublishAnewAsync("sample-entry-10");
        await site.PublishAnewAsync("sample-entry-11");
        Assert.True(await site.DigestAsync(Day, sends: false) >= 1);

        await site.Site.ExecuteAsync(new Unpublish("sample-entry-10"));
        await site.Delivery.RunAsync();

        var title = (await site.Site.GetItemAsync("sample-entry-10")).DisplayText;
        var digest = Got(Email)[^1];
        Assert.Contains((await site.Site.GetItemAsync("sample-entry-11")).DisplayText, digest.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(title, digest.TextBody + digest.HtmlBody, StringComparison.Ordinal);

        // All of it withdrawn: no mail at all.
        await site.Site.ExecuteAsync(new Publish("sample-entry-10"));
        Assert.True(await site.DigestAsync(Day, sends: false) >= 1);
        await site.Site.ExecuteAsync(new Unpublish("sample-entry-10"));
        var sent = Got(Email).Count;
        await site.Delivery.RunAsync();
        Assert.Equal(sent, Got(Email).Count);
        Assert.Equal(0, (await site.Outbox.StateAsync(1)).Waiting);
    }

    [Fact]
    public async Task No_file_of_the_database_has_an_address_in_it()
    {
        const string Email = "nobody.reads.this@example.org";
        await site.SubscribeAsync(Email);
        await site.AskAsync(Email, "search", "?q=a");

        foreach (var file in Directory.EnumerateFiles(site.Site.DataFolder, "gongkai.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var text = Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain("nobody.reads", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String("nobody.reads"u8), text, StringComparison.Ordinal);
        }
    }

    private List<MimeMessage> Got(string email) => [.. site.Sink.Taken.Where(mail => MailSite.ToOf(mail) == email)];
}
