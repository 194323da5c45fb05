using System.Net;

namespace OrchardSite.Tests;

/// <summary>Whatever ends a request's way early still says what a browser may do with the answer.</summary>
public sealed class SecurityHeaderTests : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false);

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        var report = await _site.ImportAsync("""
            {"name":"UrlRewriting","Rules":[
              {"Source":"Redirect","Name":"old","Pattern":"^/old/(.*)$","SubstitutionPattern":"/catalogue/$1","RedirectType":"MovedPermanently"},
              {"Source":"Rewrite","Name":"short","Pattern":"^/mulu$","SubstitutionPattern":"/catalogue"}]}
            """);
        Assert.True(report.Succeeded);
    }

    public Task DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/mulu", HttpStatusCode.OK)]
    [InlineData("GET", "/old/topics", HttpStatusCode.MovedPermanently)]
    [InlineData("HEAD", "/old/topics", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/search", HttpStatusCode.OK)]
    [InlineData("GET", "/api/search?x=1", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/openapi.json", HttpStatusCode.OK)]
    [InlineData("GET", "/GongkaiTheme/gongkai.css", HttpStatusCode.OK)]
    [InlineData("GET", "/GongkaiTheme/nothing.css", HttpStatusCode.NotFound)]
    [InlineData("GET", "/media/nothing.pdf", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_the_security_headers_also_when_it_was_kept(string method, string address, HttpStatusCode status)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await _site.Client.SendAsync(new(new HttpMethod(method), address));

            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("strict-origin-when-cross-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.Contains("Cross-Origin-Opener-Policy") && answer.Headers.Contains("Cross-Origin-Resource-Policy") && answer.Headers.Contains("Permissions-Policy"));
        }
    }
}
