using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests.Feedback;

/// <summary>What readers can do is bounded, and what they cannot see they are not told.</summary>
public sealed class FeedbackLimitTests : IAsyncLifetime
{
    private const string Entry = "/entries/000000109-2026-00001";

    private readonly SiteFixture _site = new(withSample: true);

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Robots_other_sites_and_those_who_send_too_much_fill_nothing()
    {
        using (var robot = await PostAsync("/report", ("page", Entry), ("message", "buy"), ("website", "x")))
            Assert.Equal(HttpStatusCode.SeeOther, robot.StatusCode);
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/report") { Content = new FormUrlEncodedContent([new("page", Entry), new("message", "x")]) })
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var foreign = await _site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        }

        for (var i = 0; i < 5; i++)
            (await PostAsync("/report", ("page", Entry), ("message", $"{i}"))).Dispose();
        using var sixth = await PostAsync("/report", ("page", Entry), ("message", "第六条"));

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.Contains("第六条", await sixth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(5, await _site.Services.GetRequiredService<IErrorReports>().CountNewAsync());
    }

    [Fact]
    public async Task A_hidden_item_behind_an_address_is_not_named()
    {
        await _site.ExecuteAsync(new Unpublish("sample-entry-15"));
        var form = await _site.GetTextAsync("/report?page=/entries/000000111-2024-00001");

        Assert.DoesNotContain("食品安全信息公示办法", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_counted_once_a_reader_and_written_when_the_site_ends()
    {
        Assert.Contains("name=\"answer\" value=\"no\"", await _site.GetTextAsync(Entry), StringComparison.Ordinal);
        using var first = await PostAsync("/useful", ("item", "sample-entry-15"), ("answer", "no"));
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/useful", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("告诉我们哪里不好", await _site.GetTextAsync(first.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Post, "/useful") { Content = new FormUrlEncodedContent([new("item", "sample-entry-15"), new("answer", "no")]) };
        again.Headers.Add("Cookie", cookie.Split(';')[0]);
        again.Headers.Add("Accept", "application/json");
        using (var twice = await _site.Client.SendAsync(again))
            Assert.Equal(HttpStatusCode.NoContent, twice.StatusCode);
        (await PostAsync("/useful", ("item", "sample-entry-13"), ("answer", "yes"))).Dispose();

        await _site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ModuleWork>().Single().StopAsync(CancellationToken.None);

        Assert.Equal([new("sample-entry-15", 0, 1)], await _site.Services.GetRequiredService<IUsefulCounts>().WorstAsync(DateOnly.MinValue, 10));
    }

    private async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await _site.Client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
