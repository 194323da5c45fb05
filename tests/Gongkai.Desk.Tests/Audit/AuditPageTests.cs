using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Audit;

/// <summary>The audit page in the real site: what was done is found there by whoever may look.</summary>
public sealed class AuditPageTests(DeskSite desk) : IClassFixture<DeskSite>
{
    private const string Address = "/admin/audit";

    [Theory]
    [InlineData("administrator", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("editor", HttpStatusCode.Forbidden)]
    [InlineData("reviewer", HttpStatusCode.Forbidden)]
    [InlineData("publisher", HttpStatusCode.Forbidden)]
    public async Task Auditors_see_it_and_others_do_not(string name, HttpStatusCode status)
    {
        using var browser = await desk.SignInAsync(name);

        Assert.Equal(status, (await browser.GetAsync(Address)).Status);
        Assert.Equal(status, (await browser.GetAsync(Address + "?handler=Export")).Status);
    }

    [Fact]
    public async Task What_was_done_is_told_with_who_and_found_by_what_it_is_about()
    {
        await desk.Site.ExecuteAsync(new SaveDraft(Page("told", "被审计的页面"), null), new Publish("told"));
        using var browser = await desk.SignInAsync("auditor");

        var all = await browser.GetAsync(Address);
        var filters = new DeskForm(all.Form("form.filters"));
        (filters["item"], filters["what"]) = ("told", "Content");
        var found = await browser.GetAsync($"{Address}?{string.Join('&', filters.Values.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}");

        Assert.Equal("审计记录", found.Heading);
        var rows = found.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(["发布了内容", "新建了内容"], rows.Select(row => row.QuerySelector("[data-label=操作]")!.TextContent));
        Assert.All(rows, row => Assert.Contains("被审计的页面", row.TextContent, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal("系统", row.QuerySelector("[data-label=用户]")!.TextContent.Trim()));
        Assert.Equal("told", found.Form("form.filters").Elements["item"]!.GetAttribute("value"));
    }

    [Fact]
    public async Task Signing_in_and_failing_to_are_told_without_what_was_typed_for_a_name()
    {
        using (var browser = desk.Open())
            await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("publisher", "wrong-password"));
        using (var browser = desk.Open())
            await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("my-secret-password", "wrong-password"));
        using (await desk.SignInAsync("publisher"))
        {
        }

        var rows = (await Trail.QueryAsync(new() { Action = AuditActions.UserSignedIn, Count = AuditQuery.MaxCount })).Records;

        Assert.Contains(rows, row => row is { User: "publisher", Result: AuditResult.Succeeded, Address: "127.0.0.1" });
        Assert.Contains(rows, row => row is { User: "publisher", Result: AuditResult.Refused });
        // People type their password into the wrong field.
        Assert.Contains(rows, row => row is { User: "", Result: AuditResult.Refused });
        Assert.DoesNotContain(rows, row => (row.User + row.DisplayName + row.Title + row.Details).Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("result=Perhaps")]
    [InlineData("user=%00")]
    public async Task A_filter_that_cannot_be_read_is_told_beside_it(string query)
    {
        using var browser = await desk.SignInAsync("auditor");

        var answer = await browser.GetAsync($"{Address}?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Document.QuerySelectorAll(".field-bad"));
        Assert.Contains("标出的条件不对", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_row_is_text()
    {
        await Trail.AppendAsync([new(AuditActions.MediaUploaded) { Title = "<script>alert(1)</script>", Details = new() { ["<b>x</b>"] = "<img src=x onerror=alert(1)>" } }]);
        using var browser = await desk.SignInAsync("auditor");

        var answer = await browser.GetAsync(Address + "?what=Media.Uploaded");

        Assert.Contains("<script>alert(1)</script>", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main script, main img, main b"));
    }

    [Fact]
    public async Task Pages_are_turned_with_what_was_asked_for()
    {
        await Trail.AppendAsync([.. Enumerable.Range(0, 101).Select(i => new AuditEntry(AuditActions.MediaChanged) { Title = $"第{i}个文件" })]);
        using var browser = await desk.SignInAsync("auditor");

        var first = await browser.GetAsync(Address + "?what=Media.Changed");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var third = await browser.GetAsync(second.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Contains("共 101 条", first.Text, StringComparison.Ordinal);
        Assert.Equal([50, 50, 1], new[] { first, second, third }.Select(page => page.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("第0个文件", third.Text, StringComparison.Ordinal);
        Assert.Null(third.Document.QuerySelector("a[rel=next]"));
        Assert.Contains("第 3 / 3 页", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_is_exported_and_the_export_is_told()
    {
        await Trail.AppendAsync([new(AuditActions.MediaDeleted) { Title = "=cmd" }]);
        using var browser = await desk.SignInAsync("auditor");
        var page = await browser.GetAsync(Address + "?what=Media.Deleted");

        using var csv = await browser.Client.GetAsync(new Uri(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative));
        using var lines = await browser.Client.GetAsync(new Uri(Address + "?handler=Export&format=jsonl&what=Media.Deleted", UriKind.Relative));

        Assert.Equal(("text/csv", "attachment; filename=audit.csv"), (csv.Content.Headers.ContentType?.MediaType, csv.Content.Headers.ContentDisposition?.ToString()));
        var text = (await csv.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        Assert.Equal(2, text.Length);
        Assert.Contains(",Media.Deleted,,,,'=cmd,Succeeded,", text[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"sequence\":", await lines.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains((await Trail.QueryAsync(new() { Action = AuditActions.AuditExported, User = "auditor" })).Records, row => row.Details == """{"what":"Media.Deleted"}""");
    }

    [Fact]
    public async Task The_chain_is_verified_when_asked_and_damage_is_told()
    {
        await using var alone = new AloneSite();
        await alone.Site.InitializeAsync();
        using var browser = await alone.Site.SignInAsync("auditor");
        var page = await browser.GetAsync(Address);
        Assert.Contains("完整", page.Document.QuerySelector(".audit-chain")!.TextContent, StringComparison.Ordinal);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(alone.Site.Site.DataFolder, "gongkai.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """DROP TRIGGER "AuditTrail_NoUpdate"; UPDATE "AuditTrail" SET "User" = 'other' WHERE "Sequence" = 2""";
            await command.ExecuteNonQueryAsync();
        }

        var damaged = await browser.SubmitAsync(page, selector: ".audit-chain form");

        Assert.Contains("审计记录不完整", damaged.Message, StringComparison.Ordinal);
        Assert.Contains("第 2 至 2 号与校验值不符", damaged.Text, StringComparison.Ordinal);
    }

    private IAuditTrail Trail => desk.Services.GetRequiredService<IAuditTrail>();

    private static ContentItem Page(string id, string title) => new(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Page",
        ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new System.Text.Json.Nodes.JsonObject { ["Path"] = id },
        ["MarkdownBodyPart"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = "" },
    });

    private sealed class AloneSite : IAsyncDisposable
    {
        public DeskSite Site { get; } = new();

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}
