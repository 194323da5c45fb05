using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Structure;

/// <summary>Recipes as an administrator has them in a browser without script.</summary>
public sealed class RecipePagesTests(DeskSite desk) : IClassFixture<DeskSite>
{
    private const string Poll = """
        {"name":"问卷","steps":[{"name":"ContentDefinition","ContentTypes":[{"Name":"Poll","DisplayName":"<script>alert(1)</script>","Settings":{},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{}}]}]},
        {"name":"Content","data":[{"ContentItemId":"poll-1","ContentItemVersionId":"poll-1-1","ContentType":"Poll","DisplayText":"问卷一","Latest":true,"Published":true,"TitlePart":{"Title":"问卷一"}}]}]}
        """;

    [Fact]
    public async Task A_recipe_is_uploaded_checked_run_and_found_among_past_runs_and_in_the_audit_trail()
    {
        using var browser = await desk.SignInAsync("administrator");

        var check = await EndOfAsync(browser, await UploadAsync(browser, "问卷.recipe.json", Poll));
        Assert.Contains("检查通过", check.Text, StringComparison.Ordinal);
        Assert.Contains("ContentDefinition", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.Document.QuerySelectorAll("main script"));

        var run = await EndOfAsync(browser, await browser.SubmitAsync(check, selector: "form[action*='Run']"));
        Assert.Contains("已完成", run.Text, StringComparison.Ordinal);
        Assert.Contains("新增 1 条", run.Text, StringComparison.Ordinal);

        var past = await browser.GetAsync("/admin/recipes");
        var row = past.Document.QuerySelectorAll("section[aria-labelledby=past] tbody tr")[0].TextContent;
        Assert.Contains("问卷.recipe.json", row, StringComparison.Ordinal);
        Assert.Contains("administrator", row, StringComparison.Ordinal);
        var trail = await desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.RecipeImported });
        Assert.Equal(("administrator", "问卷.recipe.json"), (trail.Records[0].User, trail.Records[0].Title));
    }

    [Theory]
    [InlineData("a.json", "{\"name\":\"坏", "错误")]
    [InlineData("b.zip", "PK不是包", "不能导入")]
    [InlineData("c.json", """{"name":"假","steps":[{"name":"Content","data":[{"ContentItemId":"x","ContentType":"NoSuch","Latest":true,"Published":true}]}]}""", "错误")]
    public async Task A_recipe_that_lies_is_told_and_has_no_button_to_run_it(string name, string text, string told)
    {
        using var browser = await desk.SignInAsync("administrator");

        var page = await EndOfAsync(browser, await UploadAsync(browser, name, text));

        Assert.Contains("检查没有通过", page.Text, StringComparison.Ordinal);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='Run']"));
    }

    [Fact]
    public async Task What_is_no_recipe_or_is_too_large_is_refused_before_it_is_read()
    {
        using var browser = await desk.SignInAsync("administrator");

        var wrong = await UploadAsync(browser, "病毒.exe", "MZ");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains(".json", wrong.Message!, StringComparison.Ordinal);

        var page = await browser.GetAsync("/admin/recipes");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Form().GetAttribute("action")!, UriKind.Relative)) { Content = new Declared(500L * 1024 * 1024) };
        request.Headers.ExpectContinue = true;
        using var response = await browser.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_export_by_selection_has_what_was_chosen_and_unknown_items_are_named()
    {
        using var browser = await desk.SignInAsync("administrator");
        await desk.Site.ImportAsync("""{"name":"Content","data":[{"ContentItemId":"seite","ContentItemVersionId":"seite-1","ContentType":"Page","DisplayText":"一页","Latest":true,"Published":true,"TitlePart":{"Title":"一页"},"AutoroutePart":{"Path":"one-page"}}]}""");
        var page = await browser.GetAsync("/admin/export?id=seite&id=gone");

        var refused = await browser.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("gone", refused.Message!, StringComparison.Ordinal);

        var form = new DeskForm(page.Form()) { ["items"] = "seite" };
        using var response = await browser.Client.PostAsync(new Uri("/admin/export", UriKind.Relative), new FormUrlEncodedContent(form.Values));
        var recipe = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["seite"], recipe.Objects("steps").SelectMany(step => step.Objects("data")).Select(item => item.Text("ContentItemId")));
        var trail = await desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.RecipeExported });
        Assert.Equal("administrator", trail.Records[0].User);
    }

    private static async Task<DeskAnswer> UploadAsync(DeskBrowser browser, string name, string text)
    {
        var page = await browser.GetAsync("/admin/recipes");
        var form = page.Form();
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in new DeskForm(form).Values)
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        using var response = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        if (response.Headers.Location is { } next)
            return await browser.GetAsync(next.ToString());
        return new(response.StatusCode, "/admin/recipes", await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()), response);
    }

    /// <summary>Refreshes the page until the run has ended.</summary>
    private static async Task<DeskAnswer> EndOfAsync(DeskBrowser browser, DeskAnswer page)
    {
        while (page.Document.QuerySelector("[data-run]") is not null)
            page = await browser.GetAsync(page.Address);
        return page;
    }

    /// <summary>A body that says how long it is, and never comes.</summary>
    private sealed class Declared(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
