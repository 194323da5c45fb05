using System.Text.RegularExpressions;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using OrchardSite.Mailing;

namespace OrchardSite.Tests.Mailing;

/// <summary>The real site with its sample content and a mail server, at a time that tests turn. Nothing is sent until a test says so.</summary>
public sealed class MailSite : IAsyncLifetime
{
    public const string Origin = "https://www.example.gov.cn";

    public MailSite() => Site = new(
        withSample: true,
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(MailWork)));
        },
        new("Mail:Host", "127.0.0.1"), new("Mail:Port", $"{Sink.Port}"), new("Mail:Security", "None"), new("Mail:From", "甲市人民政府 <no-reply@example.gov.cn>"), new("Site:BaseUrl", Origin));

    public SmtpSink Sink { get; } = new();

    // A Monday, 20:00 in Shanghai.
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public SiteFixture Site { get; }

    public OutboxDelivery Delivery => Site.Services.GetRequiredService<OutboxDelivery>();

    public IOutbox Outbox => Site.Services.GetRequiredService<IOutbox>();

    public ISubscriptions Subscriptions => Site.Services.GetRequiredService<ISubscriptions>();

    public Task InitializeAsync() => Site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Sink.DisposeAsync();
    }

    public async Task<HttpResponseMessage> AskAsync(string email, string list = "all", string query = "", string rhythm = "daily", string language = "zh-Hans", params (string Name, string Value)[] more) =>
        await PostAsync("/subscriptions/new", [("list", list), ("query", query), ("email", email), ("rhythm", rhythm), ("language", language), .. more]);

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await Site.Client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Subscribes as people do: form, mail, link, button.</summary>
    public async Task SubscribeAsync(string email, string list = "all", string query = "", string rhythm = "daily", string language = "zh-Hans")
    {
        using var asked = await AskAsync(email, list, query, rhythm, language);
        Assert.Equal(303, (int)asked.StatusCode);
        await Delivery.RunAsync();
        using var confirmed = await PostAsync("/subscriptions/confirm", ("t", TokenOf(Sink.Taken.Last(mail => ToOf(mail) == email).TextBody)));
        Assert.Equal(200, (int)confirmed.StatusCode);
    }

    /// <summary>Goes to a time, makes the digests that are due then, and sends what is to be sent.</summary>
    public async Task<int> DigestAsync(TimeSpan later, bool sends = true)
    {
        Time.Advance(later);
        var made = await Site.Services.GetRequiredService<IDigests>().RunAsync();
        if (sends)
            await Delivery.RunAsync();
        return made;
    }

    /// <summary>Makes an item of the sample new.</summary>
    public async Task PublishAnewAsync(string id)
    {
        await Site.ExecuteAsync(new Unpublish(id));
        await Site.ExecuteAsync(new Publish(id));
    }

    public static string TokenOf(string? text) => Regex.Match(text ?? "", @"[?&]t=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;

    public static string ToOf(MimeMessage mail) => mail.To.Mailboxes.Single().Address;

    /// <summary>Where a link of a mail leads, without the site.</summary>
    public static string LinkOf(MimeMessage mail, string page) =>
        Regex.Match(mail.TextBody ?? "", $@"{Regex.Escape(Origin)}(?<link>/subscriptions/{page}\?t=[\w-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["link"].Value;
}
