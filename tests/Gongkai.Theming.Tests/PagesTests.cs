using System.Net;
using Gongkai.Theming.Tests.Sample;

namespace Gongkai.Theming.Tests;

/// <summary>Every page of the site, rendered strictly over real HTTP.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    private static readonly SamplePages Sample = new(Path.Combine(AppContext.BaseDirectory, "recipes"));

    private SampleHost _host = null!;

    public static TheoryData<string> Addresses => [.. Sample.Pages.Keys, .. Sample.Items.Keys];

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(Sample.Site, options =>
    {
        options.ThemesFolder = Path.Combine(AppContext.BaseDirectory, "themes");
        options.ViewAssemblies.Add(typeof(PagesTests).Assembly);
        options.SiteProperties = SampleHost.Properties;
        options.Strict = true;
    }, Sample.Map);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_renders_whole_and_without_anything_that_the_security_policy_blocks(string address)
    {
        using var response = await _host.Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        var expected = Sample.Pages.TryGetValue(address, out var page) ? (HttpStatusCode)page.Status : HttpStatusCode.OK;
        Assert.True(response.StatusCode == expected && html.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal), html);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\son[a-z]+=", html);
    }
}
