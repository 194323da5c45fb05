using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests.Mailing;

/// <summary>The form takes what people send, refuses the rest, and tells nobody who subscribes.</summary>
public sealed class SubscribeFormTests(MailSite site) : IClassFixture<MailSite>
{
    [Theory]
    [InlineData("victim@example.com\r\nBcc: other@example.com")]
    [InlineData("victim@example.com%0d%0aBcc:other@example.com")]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>@example.com")]
    public async Task What_is_no_address_is_told_beside_the_form_and_nothing_is_kept(string email)
    {
        using var answer = await site.AskAsync(email, "interpretations");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("电子邮箱", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Subscriptions.CountAsync(), count => count.List == "interpretations");
    }

    [Theory]
    [InlineData("nothing", "", HttpStatusCode.NotFound)]
    [InlineData("catalogue/topics/none", "", HttpStatusCode.NotFound)]
    [InlineData("lists/none", "", HttpStatusCode.NotFound)]
    [InlineData("", "", HttpStatusCode.NotFound)]
    [InlineData("search", "?q={long}", HttpStatusCode.NotFound)]
    public async Task What_is_no_list_cannot_be_subscribed_to(string list, string query, HttpStatusCode expected)
    {
        using var answer = await site.AskAsync("a@example.com", list, query.Replace("{long}", new string('长', 300), StringComparison.Ordinal));
        using var form = await site.Site.GetAsync("/subscriptions/new?list=" + Uri.EscapeDataString(list) + "&" + query.Replace("{long}", new string('q', 3000), StringComparison.Ordinal).TrimStart('?'));

        Assert.Equal((expected, HttpStatusCode.NotFound), (answer.StatusCode, form.StatusCode));
    }

    [Fact]
    public async Task A_form_of_another_site_a_huge_one_and_none_are_refused()
    {
        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/subscriptions/new") { Content = new FormUrlEncodedContent([new("list", "all"), new("email", "a@example.com")]) };
            request.Headers.Add(header, value);
            using var answer = await site.Site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var huge = await site.AskAsync("a@example.com", "all", more: ("x", new string('x', 100_000)));
        using var json = await site.Site.Client.PostAsync(new Uri("/subscriptions/new", UriKind.Relative), new StringContent("{}"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (huge.StatusCode, json.StatusCode));
    }

    [Fact]
    public async Task Who_fills_in_what_nobody_sees_is_thanked_and_nothing_is_done()
    {
        using var answer = await site.AskAsync("robot@example.com", "questions", more: ("website", "https://spam.example"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain(await site.Subscriptions.CountAsync(), count => count.List == "questions");
    }

    [Theory]
    [InlineData("/subscriptions/confirm", "")]
    [InlineData("/subscriptions/confirm", "nonsense")]
    [InlineData("/subscriptions/leave", "")]
    [InlineData("/subscriptions/leave", "CfDJ8nonsense")]
    public async Task A_token_that_is_none_does_nothing_and_is_told(string page, string token)
    {
        using var seen = await site.Site.GetAsync($"{page}?t={token}");
        using var pressed = await site.PostAsync(page, ("t", token));

        Assert.True((int)seen.StatusCode is 400 or 410);
        Assert.Equal(seen.StatusCode, pressed.StatusCode);
    }

    [Fact]
    public async Task Of_one_address_so_many_come_in_a_minute_and_none_of_the_pages_is_kept()
    {
        await using var own = new Own();
        await own.Site.InitializeAsync();
        for (var i = 0; i < 5; i++)
        {
            using var taken = await own.Site.AskAsync($"{i}@example.com");
            Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        }

        using var sixth = await own.Site.AskAsync("6@example.com");
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.Contains("6@example.com", await sixth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", sixth.Headers.CacheControl!.ToString());
        Assert.Equal(5, (await own.Site.Subscriptions.CountAsync()).Sum(count => count.Unconfirmed));
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_offered()
    {
        var plain = new SiteFixture(withSample: false, null, new KeyValuePair<string, string?>("Site:BaseUrl", MailSite.Origin));
        await plain.InitializeAsync();

        Assert.DoesNotContain("/subscriptions", await plain.GetTextAsync("/catalogue"), StringComparison.Ordinal);
        foreach (var page in (string[])["/subscriptions/new?list=all", "/subscriptions/asked"])
        {
            using var answer = await plain.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Null(plain.Services.GetService<IMailSender>());
        await plain.DisposeAsync();
    }

    [Theory]
    [InlineData("Mail:From", "", "Mail:From")]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    [InlineData("Mail:Security", "Maybe", "Mail:Security")]
    [InlineData("Mail:Host", "no host!", "Mail:Host")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "mail.example.gov.cn", ["Mail:From"] = "no-reply@example.gov.cn", ["Mail:Password"] = "geheim", [key] = value };
        var fault = Assert.Throws<SiteException>(() => MailSection.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().AddInMemory(settings)));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", fault.Message, StringComparison.Ordinal);
    }

    private sealed class Own : IAsyncDisposable
    {
        public MailSite Site { get; } = new();

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}

internal static class InMemory
{
    public static Microsoft.Extensions.Configuration.IConfiguration AddInMemory(this Microsoft.Extensions.Configuration.ConfigurationBuilder builder, Dictionary<string, string?> settings)
    {
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(builder, settings);
        return builder.Build();
    }
}
