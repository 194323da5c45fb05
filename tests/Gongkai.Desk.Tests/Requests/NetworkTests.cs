using System.Net;
using Gongkai.Desk.Requests;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Requests;

/// <summary>From where the desk can be reached.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "11.1.2.3", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::1", false)]
    [InlineData("2001:db8::/32", "2001:db8::1", true)]
    [InlineData("10.0.0.0/8 192.168.1.0/24", "192.168.1.77", true)]
    [InlineData("10.0.0.0/8", null, false)]
    [InlineData("", "8.8.8.8", true)]
    [InlineData("", null, true)]
    public void An_address_is_of_an_allowed_network(string networks, string? address, bool isAllowed) =>
        Assert.Equal(isAllowed, new AllowedNetworks(networks.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Contains(address is null ? null : IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("inside", false)]
    public void A_network_is_in_CIDR_notation(string text, bool isNetwork) => Assert.Equal(isNetwork, AllowedNetworks.IsNetwork(text));

    [Fact]
    public async Task Outside_the_allowed_networks_the_desk_is_like_nothing_at_all()
    {
        var desk = new DeskSite(("Desk:AllowedNetworks", "10.0.0.0/8"));
        await desk.InitializeAsync();
        try
        {
            foreach (var address in (string[])["/admin", "/admin/sign-in", "/admin/files/desk.css"])
            {
                using var hidden = await desk.Site.GetAsync(address);
                using var missing = await desk.Site.GetAsync("/no-such-page-at-all");

                Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
                Assert.Equal(Without(await missing.Content.ReadAsStringAsync(), "/no-such-page-at-all"), Without(await hidden.Content.ReadAsStringAsync(), address));
                Assert.Equal(missing.Headers.Select(header => header.Key).Order(), hidden.Headers.Select(header => header.Key).Order());
            }
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    /// <summary>A page without the address that it was asked for, also where a link carries it.</summary>
    private static string Without(string page, string address) =>
        page.Replace(address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.0/8", "10.1.2.3", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", "8.8.8.8", HttpStatusCode.NotFound)]
    [InlineData("127.0.0.0/8", "8.8.8.8, 10.1.2.3", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", "10.1.2.3, 8.8.8.8", HttpStatusCode.NotFound)]
    [InlineData("192.168.0.0/16", "10.1.2.3", HttpStatusCode.NotFound)]
    public async Task Only_a_known_proxy_says_where_somebody_is(string known, string forwardedFor, HttpStatusCode status)
    {
        var desk = new DeskSite(("Desk:AllowedNetworks", "10.0.0.0/8"), ("Proxies:Known", known));
        await desk.InitializeAsync();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/admin/sign-in", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", forwardedFor);
            using var response = await desk.Site.Client.SendAsync(request);

            Assert.Equal(status, response.StatusCode);
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    [Fact]
    public async Task Trying_passwords_without_end_is_stopped_in_words()
    {
        var desk = new DeskSite(("Desk:SignInsPerMinute", "3"));
        await desk.InitializeAsync();
        try
        {
            using var browser = desk.Open();
            var page = await browser.GetAsync("/admin/sign-in");
            for (var i = 0; i < 3; i++)
                Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, form => (form["name"], form["password"]) = ("nobody", "x"))).Status);

            var stopped = await browser.SubmitAsync(page, form => (form["name"], form["password"]) = ("nobody", "x"));

            Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
            Assert.Equal("尝试太频繁", stopped.Heading);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/sign-in")).Status);
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/desk-2")]
    public async Task The_desk_is_at_the_configured_address_and_nowhere_else(string path)
    {
        var desk = new DeskSite(("Desk:Path", path));
        await desk.InitializeAsync();
        try
        {
            using var browser = desk.Open();

            var asked = await browser.GetAsync(path);

            Assert.Equal($"{path}/sign-in?returnUrl={Uri.EscapeDataString(path)}", asked.Address, ignoreCase: true);
            Assert.NotNull(asked.Document.QuerySelector($"link[href^='{path}/files/desk.css']"));
            Assert.All(browser.Cookies, cookie => Assert.Equal(path, cookie.Path));
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/sign-in")).Status);
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }
}
