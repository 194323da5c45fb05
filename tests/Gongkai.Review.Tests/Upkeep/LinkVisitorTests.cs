using System.Net;
using Gongkai.Content;
using Gongkai.Review.Upkeep.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Review.Tests.Upkeep;

/// <summary>Links are asked for over the network of this machine; what nobody may reach is not reached, however it is named.</summary>
public sealed class LinkVisitorTests
{
    private static readonly LinkCheckOptions Here = new() { UserAgent = "Test/1.0", Pause = TimeSpan.Zero, IsAllowed = IPAddress.IsLoopback };

    [Theory]
    [InlineData("/ok", OutsideLinkState.Works, 200, "HEAD /ok")]
    [InlineData("/missing", OutsideLinkState.Fails, 404, "HEAD /missing", "GET /missing")]
    // Servers that know no HEAD are asked for the page.
    [InlineData("/no-head", OutsideLinkState.Works, 200, "HEAD /no-head", "GET /no-head")]
    [InlineData("/cut-head", OutsideLinkState.Works, 200, "HEAD /cut-head", "GET /cut-head")]
    [InlineData("/moved", OutsideLinkState.Works, 200, "HEAD /moved", "HEAD /ok")]
    [InlineData("/moved-away", OutsideLinkState.Fails, 404, "HEAD /moved-away", "HEAD /missing", "GET /missing")]
    [InlineData("/busy", OutsideLinkState.Waits, 429, "HEAD /busy")]
    [InlineData("/endless", OutsideLinkState.Works, 200, "HEAD /endless", "GET /endless")]
    public async Task What_is_there_is_found_with_few_questions(string path, OutsideLinkState state, int status, params string[] asked)
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        using var visitor = new LinkVisitor(Here, TimeProvider.System);

        var answer = await visitor.AskAsync(server.Address(path), default);

        Assert.Equal((state, status), (answer.State, answer.Status));
        Assert.Equal(asked, server.Asked);
        Assert.All(server.Agents, agent => Assert.Equal("Test/1.0", agent));
    }

    [Fact]
    public async Task A_server_says_how_long_it_wants_to_be_left_alone()
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        using var visitor = new LinkVisitor(Here, TimeProvider.System);

        Assert.Equal(TimeSpan.FromSeconds(7200), (await visitor.AskAsync(server.Address("/busy"), default)).RetryAfter);
    }

    [Fact]
    public async Task Redirects_without_end_end()
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        using var visitor = new LinkVisitor(Here, TimeProvider.System);

        Assert.Equal(new(OutsideLinkState.Fails, 0, LinkRules.ManyRedirects), await visitor.AskAsync(server.Address("/round"), default));
        Assert.Equal(6, server.Asked.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Unless_it_is_said_otherwise_this_machine_is_never_asked_whatever_it_is_called(string host)
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        using var visitor = new LinkVisitor(new() { Pause = TimeSpan.Zero }, TimeProvider.System);

        Assert.Equal(new(OutsideLinkState.Refused, 0, LinkRules.NotPublic), await visitor.AskAsync(server.Address("/ok", host), default));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_also_when_only_one_of_its_addresses_does()
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        using var visitor = new LinkVisitor(new() { Pause = TimeSpan.Zero, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("114.114.114.114"), IPAddress.Loopback]) }, TimeProvider.System);

        Assert.Equal(OutsideLinkState.Refused, (await visitor.AskAsync(server.Address("/ok", "rebinding.example"), default)).State);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_what_was_looked_at_is_where_the_connection_goes()
    {
        await using var server = await WebServer.StartAsync(AnswerAsync);
        var lookedUp = new List<string>();
        // Nobody else knows this name: whoever looked it up again would find nothing.
        using var visitor = new LinkVisitor(Here with { Resolve = (name, _) => { lookedUp.Add(name); return Task.FromResult<IPAddress[]>([IPAddress.Loopback]); } }, TimeProvider.System);

        Assert.Equal(OutsideLinkState.Works, (await visitor.AskAsync(server.Address("/ok", "only-here.invalid"), default)).State);
        Assert.Equal(["only-here.invalid"], lookedUp);
    }

    [Fact]
    public async Task A_redirect_is_looked_at_as_any_other_address()
    {
        await using var inner = await WebServer.StartAsync(AnswerAsync);
        await using var server = await WebServer.StartAsync(http =>
        {
            http.Response.Redirect($"http://inner.example:{inner.Port}/ok");
            return Task.CompletedTask;
        });
        // The first name is public for this test, the second is not.
        var isInner = false;
        using var visitor = new LinkVisitor(
            new() { Pause = TimeSpan.Zero, Resolve = (name, _) => { isInner = name == "inner.example"; return Task.FromResult<IPAddress[]>([IPAddress.Loopback]); }, IsAllowed = _ => !isInner }, TimeProvider.System);

        Assert.Equal(OutsideLinkState.Refused, (await visitor.AskAsync(server.Address("/", "outer.example"), default)).State);
        Assert.Single(server.Asked);
        Assert.Empty(inner.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:25/")]
    [InlineData("http://127.0.0.1:22/")]
    public async Task Other_services_than_websites_are_not_spoken_to(string address)
    {
        using var visitor = new LinkVisitor(Here, TimeProvider.System);
        Assert.Equal(OutsideLinkState.Refused, (await visitor.AskAsync(address, default)).State);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_fails()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var server = await WebServer.StartAsync(async http =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var visitor = new LinkVisitor(Here, time);

        var answer = visitor.AskAsync(server.Address("/slow"), default);
        await asked.Task;
        time.Advance(Here.Timeout);

        Assert.Equal(new(OutsideLinkState.Fails, 0, LinkRules.NoAnswer), await answer);
    }

    [Fact]
    public async Task Where_nobody_listens_and_where_no_name_is_there_is_nothing()
    {
        int port;
        await using (var closed = await WebServer.StartAsync(AnswerAsync))
            port = closed.Port;
        using var visitor = new LinkVisitor(Here with { Resolve = (name, _) => name == "here.example" ? Task.FromResult<IPAddress[]>([IPAddress.Loopback]) : Task.FromException<IPAddress[]>(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)) }, TimeProvider.System);

        Assert.Equal(new(OutsideLinkState.Fails, 0, LinkRules.NoConnection), await visitor.AskAsync($"http://here.example:{port}/", default));
        Assert.Equal(new(OutsideLinkState.Fails, 0, LinkRules.NoName), await visitor.AskAsync("http://nowhere.example/", default));
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var isHead = HttpMethods.IsHead(http.Request.Method);
        switch (http.Request.Path.Value)
        {
            case "/missing":
                http.Response.StatusCode = 404;
                break;
            case "/no-head" when isHead:
                http.Response.StatusCode = 405;
                break;
            case "/cut-head" when isHead:
                http.Abort();
                break;
            case "/moved":
                http.Response.Redirect("ok");
                break;
            case "/moved-away":
                http.Response.Redirect("/missing", permanent: true);
                break;
            case "/round":
                http.Response.Redirect("/round");
                break;
            case "/busy":
                http.Response.StatusCode = 429;
                http.Response.Headers.RetryAfter = "7200";
                break;
            case "/endless" when isHead:
                http.Response.StatusCode = 500;
                break;
            case "/endless":
                // More than anybody would wait for, until whoever asked goes away.
                while (!http.RequestAborted.IsCancellationRequested)
                    await http.Response.Body.WriteAsync(new byte[16 * 1024], http.RequestAborted).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
        }
    }
}
