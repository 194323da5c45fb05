using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Caching;

namespace OrchardSite.Tests.Feedback;

/// <summary>Readers say what is wrong and what is useful, from pages that everybody shares.</summary>
public sealed class FeedbackSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Entry = "/entries/000000109-2026-00001";

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/search?q=公积金")]
    [InlineData("/questions")]
    [InlineData(Entry)]
    [InlineData("/guide")]
    public async Task Every_page_leads_to_the_form_and_is_kept_for_all(string address)
    {
        using var first = await site.GetAsync(address);
        var page = await first.Content.ReadAsStringAsync();
        var path = address.Split('?')[0];

        Assert.Contains($"href=\"/report?page={WebUtility.HtmlEncode(WebUtility.UrlEncode(path))}\"", page, StringComparison.OrdinalIgnoreCase);
        if (first.StatusCode != HttpStatusCode.OK)
            return;
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.NotNull(first.Headers.ETag);
    }

    [Fact]
    public async Task A_report_comes_to_the_desk_with_its_page_its_item_and_its_passage()
    {
        var form = await site.GetTextAsync($"/report?page={Uri.EscapeDataString(Entry)}&passage={Uri.EscapeDataString("<script>alert(1)</script>第一条")}");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;第一条", form, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", form, StringComparison.Ordinal);
        var kept = site.Services.GetRequiredService<PageStore>().Count;

        using var sent = await PostAsync("/report", ("page", Entry), ("passage", "<script>alert(1)</script>第一条"), ("message", "日期\r\n写错了"), ("contact", "010-65221234"), ("language", "zh-Hans"), ("website", ""));

        Assert.Equal((HttpStatusCode.SeeOther, $"/report/thanks?page={Uri.EscapeDataString(Entry)}"), (sent.StatusCode, sent.Headers.Location!.OriginalString));
        Assert.Contains("谢谢您指出错误", await site.GetTextAsync(sent.Headers.Location.OriginalString), StringComparison.Ordinal);
        Assert.Equal(kept, site.Services.GetRequiredService<PageStore>().Count);
        var reports = site.Services.GetRequiredService<IErrorReports>();
        var report = await reports.FindAsync(Assert.Single((await reports.QueryAsync(new())).Reports).Id);
        Assert.Equal((Entry, "<script>alert(1)</script>第一条", "日期\n写错了", "010-65221234"), (report!.Page, report.Passage, report.Message, report.Contact));
        Assert.NotEqual("", report.ContentItemId);
        Assert.Equal((await site.GetItemAsync(report.ContentItemId)).DisplayText, report.Title);
    }

    [Theory]
    [InlineData("https://evil.example/a", "x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("//evil.example/a", "x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("javascript:alert(1)", "x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "x", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Entry, "", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Entry, "{2001}", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Entry, "{100000}", HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_cannot_be_taken_is_told_and_not_kept(string page, string message, HttpStatusCode expected)
    {
        if (message.StartsWith('{'))
            message = new string('错', int.Parse(message[1..^1], System.Globalization.CultureInfo.InvariantCulture));
        var before = await site.Services.GetRequiredService<IErrorReports>().CountNewAsync();
        using var sent = await PostAsync("/report", ("page", page), ("message", message));

        Assert.Equal(expected, sent.StatusCode);
        Assert.Contains("<h1>", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await site.Services.GetRequiredService<IErrorReports>().CountNewAsync());
    }

    [Theory]
    [InlineData("none", "no")]
    [InlineData("sample-entry-15", "perhaps")]
    [InlineData("sample-entry-15", "")]
    [InlineData("", "no")]
    public async Task What_is_no_answer_about_a_public_page_is_refused(string item, string answer)
    {
        using var sent = await PostAsync("/useful", ("item", item), ("answer", answer));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    [Theory]
    [InlineData("/report")]
    [InlineData("/report/thanks")]
    [InlineData("/useful/thanks")]
    public async Task The_pages_answer_HEAD_and_are_kept_nowhere(string address)
    {
        using var answer = await site.Client.SendAsync(new(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
    }

    private async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await site.Client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
