using MimeKit;

namespace OrchardSite.Tests.Mailing;

/// <summary>What a list is called in mails. A site of its own: forms are limited to five a minute.</summary>
public sealed class ListNameTests(MailSite site) : IClassFixture<MailSite>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What the site itself calls a list is translated, on the page and in the mails; what an editor called one is not.</summary>
    [Theory]
    [InlineData("english@example.com", "catalogue", "en", "Catalogue of disclosed information", "Please confirm your subscription: Catalogue of disclosed information", "Catalogue of disclosed information: 1 new")]
    [InlineData("traditional@example.com", "catalogue", "zh-Hant", "政府信息公開目錄", "請確認郵件訂閱：政府信息公開目錄", "政府信息公開目錄：1 條新內容")]
    public async Task A_list_is_called_in_a_mail_as_on_a_page_of_its_language(string email, string list, string language, string onPage, string asked, string digest)
    {
        Assert.Contains($">{onPage}</a>", await site.Site.GetTextAsync($"/{language.ToLowerInvariant()}/subscriptions/new?list={list}"), StringComparison.Ordinal);
        await site.SubscribeAsync(email, list, language: language);
        await site.PublishAnewAsync("sample-entry-15");
        await site.DigestAsync(Day);

        Assert.Equal(asked, Got(email)[0].Subject);
        Assert.Equal(digest, Got(email)[1].Subject);
        Assert.Contains(onPage, Got(email)[1].TextBody + Got(email)[1].HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_called_a_list_is_told_as_it_is_written()
    {
        const string Email = "own@example.com";
        var title = (await site.Site.GetItemAsync("sample-entry-13")).DisplayText;
        using var asked = await site.AskAsync(Email, "lists/sample-entry-13", language: "en");
        await site.Delivery.RunAsync();

        Assert.Equal($"Please confirm your subscription: {title}", Got(Email).Single().Subject);
    }

    private List<MimeMessage> Got(string email) => [.. site.Sink.Taken.Where(mail => MailSite.ToOf(mail) == email)];
}
