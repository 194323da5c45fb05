using System.Net;
using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>A template that fails on a live site: who works on the site learns which and where in a preview, everybody else gets the plain page.</summary>
public sealed class FaultyTemplateTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Heading = "模板出错";

    [Fact]
    public async Task An_editor_is_told_the_template_and_the_line_in_a_preview_and_nobody_else_is()
    {
        var item = await site.AddPageAsync(text: "正文");
        await site.Desk.Site.ImportAsync("""{"name":"Templates","Templates":{"Content__Page":{"Description":"","Content":"<p>一</p>\n{% for i in (1..2000000) %}{{ i }}{% endfor %}"}}}""");
        var preview = "/admin/preview/" + site.Desk.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Gongkai.Desk.Preview").ToTimeLimitedDataProtector()
            .Protect($$"""{"ContentItemId":"{{item.ContentItemId}}","ContentType":"Page","VersionId":null,"UserName":null}""", DateTimeOffset.UtcNow.AddMinutes(5));
        using var editor = await site.Desk.SignInAsync("editor");
        using var guest = site.Desk.Open();

        var told = await editor.GetAsync(preview);
        var untold = await guest.GetAsync(preview);
        await site.Desk.Site.ExecuteAsync(new Publish(item.ContentItemId));
        using var reader = await site.Desk.Site.GetAsync(AutoroutePart.UrlOf(await site.Desk.Site.GetItemAsync(item.ContentItemId)));

        Assert.Equal(HttpStatusCode.InternalServerError, told.Status);
        Assert.Equal(Heading, told.Document.QuerySelector("h1")?.TextContent);
        Assert.Contains("Content__Page", told.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, untold.Status);
        Assert.DoesNotContain("Content__Page", untold.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, reader.StatusCode);
        Assert.DoesNotContain("Content__Page", await reader.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
