using System.Net;
using Gongkai.Content;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;
using OrchardSite.Tests;

namespace Gongkai.Desk.Tests;

/// <summary>The desk is where the configuration says: nobody else has that address, and nobody else can take it.</summary>
public sealed class DeskAddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task What_the_desk_does_not_have_is_missing_and_kept_by_no_cache()
    {
        using var response = await site.GetAsync("/admin/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public void Content_cannot_take_the_desks_address() =>
        Assert.NotNull(site.Services.GetRequiredService<ReservedRoutes>().FaultOf("admin/x", "Page"));

    [Theory]
    [InlineData("admin")]
    [InlineData("/Admin/guide/")]
    [InlineData("ADMIN/x")]
    public async Task Content_below_the_desks_address_is_refused_in_words(string path)
    {
        var page = new ContentItem("Page", IdGenerator.NewId());
        (page.EnsurePart("TitlePart")["Title"], page.EnsurePart("AutoroutePart")["Path"]) = ("在后台的地址上", path);

        await using var scope = site.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync([new SaveDraft(page, null), new Publish(page.ContentItemId)]);

        Assert.False(result.Succeeded);
        Assert.Contains(result.Results.SelectMany(one => one.Errors), error => error.Message.Contains("站点自用", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("admin")]
    [InlineData("//")]
    [InlineData("/admin/")]
    [InlineData("/a/b")]
    [InlineData("/Admin")]
    [InlineData("/-admin")]
    [InlineData("/管理")]
    [InlineData("/ad min")]
    [InlineData("/../x")]
    [InlineData("/{x}")]
    [InlineData("/a-name-that-is-much-longer-than-anybody-would-ever-type-into-the-bar-of-a-browser")]
    public void What_is_no_address_is_refused_at_the_start(string path) =>
        Assert.Contains("Desk:Path“", Assert.Throws<SiteException>(() => Build(path)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/search")]
    [InlineData("/api")]
    [InlineData("/catalogue")]
    [InlineData("/entries")]
    [InlineData("/interpretations")]
    [InlineData("/questions")]
    [InlineData("/media")]
    [InlineData("/contents")]
    [InlineData("/guide")]
    public void The_address_of_a_page_of_the_site_is_refused_at_the_start_and_the_message_says_what_to_do(string path)
    {
        var fault = Assert.Throws<SiteException>(() => Build(path));

        Assert.Contains($"Desk:Path“{path}”不能用：网站自己的页面或文件", fault.Message, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A page that somebody adds to the site and does not reserve would lie behind the desk, or the desk behind it.</summary>
    [Fact]
    public void Every_address_of_the_site_is_one_that_the_desk_cannot_have()
    {
        var reserved = site.Services.GetServices<ReservedRoute>().Select(route => route.Segment).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var open = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart] }, ..])
            .Select(endpoint => ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)endpoint.RoutePattern.PathSegments[0].Parts[0]).Content)
            .Where(segment => DeskOptions.IsPath("/" + segment.ToLowerInvariant())).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        Assert.Contains("search", open);
        Assert.DoesNotContain(open, segment => !reserved.Contains(segment));
    }

    [Theory]
    [InlineData("/office", "office/about", "是它现在的地址")]
    [InlineData("/bureau", "bureau", "是它现在的地址")]
    [InlineData("/annex", "annex/about", "曾经是它的地址")]
    public async Task The_address_of_content_is_refused_at_the_start(string path, string route, string told)
    {
        var page = new ContentItem("Page", IdGenerator.NewId());
        (page.EnsurePart("TitlePart")["Title"], page.EnsurePart("AutoroutePart")["Path"]) = ("先来的", route);
        await site.ExecuteAsync(new SaveDraft(page, null), new Publish(page.ContentItemId));
        if (told.StartsWith("曾经", StringComparison.Ordinal))
        {
            var moved = await site.GetItemAsync(page.ContentItemId);
            moved.EnsurePart("AutoroutePart")["Path"] = "elsewhere/" + page.ContentItemId;
            await site.ExecuteAsync(new SaveDraft(moved, moved.ContentItemVersionId), new Publish(page.ContentItemId));
        }

        await using var other = Build(path, site.DataFolder);
        var fault = await Assert.ThrowsAsync<SiteException>(() => SiteStart.PrepareAsync(other, CancellationToken.None));

        Assert.Contains($"Desk:Path“{path}”不能用：内容 {page.ContentItemId} 在那里，“/{route}”{told}", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>An address that only begins alike is another.</summary>
    [Fact]
    public async Task A_longer_name_is_not_below_a_shorter_one()
    {
        var page = new ContentItem("Page", IdGenerator.NewId());
        (page.EnsurePart("TitlePart")["Title"], page.EnsurePart("AutoroutePart")["Path"]) = ("邻居", "desk-manual/a");
        await site.ExecuteAsync(new SaveDraft(page, null), new Publish(page.ContentItemId));

        await using var other = Build("/desk", site.DataFolder);
        await SiteStart.PrepareAsync(other, CancellationToken.None);
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(string path, string? folder = null) =>
        SiteHost.Build(new(folder ?? Path.Combine(Path.GetTempPath(), "gongkai-tests", "never-made"), false, "http://127.0.0.1:0"), settings: [KeyValuePair.Create("Desk:Path", (string?)path)]);
}
