using System.Net;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Checking;

/// <summary>What must not be published is found, held back on every way, hidden in one click, or confirmed by a person.</summary>
public sealed class ChecksPageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private const string Number = "321321198511300022";
    private const string Hidden = "3213**********0022";

    private static int s_count;

    private readonly string _id = $"checked{Interlocked.Increment(ref s_count)}";

    private string Address => "/admin/content/checks/" + _id;

    public async Task InitializeAsync()
    {
        if (s_count == 1)
            await desk.AddOfficesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_number_in_the_text_is_told_with_its_place_and_hidden_in_a_new_draft()
    {
        await SaveAsync(item => item.Part("MarkdownBodyPart")!["Markdown"] = $"第一行\n\n王小明，**{Number[..8]}**{Number[8..]}");
        using var browser = await desk.SignInAsync("editor");

        var page = await browser.GetAsync(Address);
        var finding = page.Document.QuerySelector(".finding-blocking")!;
        Assert.Contains(Hidden, finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 3 行", finding.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, page.Document.Body!.TextContent, StringComparison.Ordinal);
        var link = finding.QuerySelector("a")!.GetAttribute("href")!;
        Assert.NotNull((await browser.GetAsync(link.Split('#')[0])).Document.GetElementById(link.Split('#')[1]));

        var after = await browser.SubmitAsync(page, selector: Form("Mask"));

        Assert.Contains("隐去了 2 处", after.Message, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector(".finding-blocking"));
        var masked = (await desk.Site.GetItemAsync(_id)).Part("MarkdownBodyPart")!.Text("Markdown")!;
        Assert.Equal(@"王\*\*，**3213\*\*\*\***\*\*\*\*\*\*0022", masked.Split('\n')[^1]);
    }

    [Fact]
    public async Task A_number_in_a_Word_attachment_holds_publication_back_until_it_is_hidden_in_a_new_file()
    {
        var path = await StoreAsync("名单.docx", PlainDocx.Of(["附件"], ["号码 ", Number[..7], Number[7..]]));
        await SaveAsync(item => Attach(item, path));
        using var browser = await desk.SignInAsync("publisher");

        var refused = await TryAsync(new Publish(_id));
        Assert.Contains(refused.Results[0].Errors, error => error.Message.Contains(Hidden, StringComparison.Ordinal) && error.Path == "DisclosureEntry.Attachments.Paths[0]");
        Assert.DoesNotContain(refused.Results[0].Errors, error => error.Message.Contains(Number, StringComparison.Ordinal));
        var history = await browser.GetAsync("/admin/content/history/" + _id);
        Assert.Contains("阻止发布", history.Document.QuerySelector(".publish .chip-bad")!.TextContent, StringComparison.Ordinal);

        var after = await browser.SubmitAsync(await browser.GetAsync(Address), selector: Form("Mask"));

        var renamed = path.Replace(".docx", "-已隐去.docx", StringComparison.Ordinal);
        Assert.Contains(renamed, after.Message, StringComparison.Ordinal);
        Assert.Equal([renamed], (await desk.Site.GetItemAsync(_id)).Part("DisclosureEntry")!.Child("Attachments")!.Texts("Paths"));
        await browser.SubmitAsync(after, selector: "form[action*='handler=Publish']");
        Assert.True((await desk.Site.GetItemAsync(_id)).Published);
        using var old = await desk.Site.GetAsync("/media/" + path);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        using var shown = await desk.Site.GetAsync("/media/" + renamed);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_waits_for_a_person_who_looked_at_it_and_that_is_recorded_for_this_version_alone()
    {
        var path = await StoreAsync("扫描件.pdf", new MemoryStream("%PDF-1.7\nnothing"u8.ToArray()));
        await SaveAsync(item => Attach(item, path));
        using var browser = await desk.SignInAsync("publisher");
        var page = await browser.GetAsync(Address);
        Assert.Contains("没有检查", page.Document.QuerySelector(".finding-blocking")!.TextContent, StringComparison.Ordinal);
        Assert.False((await TryAsync(new Publish(_id))).Succeeded);

        var unseen = await browser.SubmitAsync(page, selector: Form("Confirm"));
        Assert.Contains("请先打开文件看过", unseen.Text, StringComparison.Ordinal);
        var after = await browser.SubmitAsync(unseen, form => form.Add("looked", "true"), Form("Confirm"));

        Assert.Contains("已记录", after.Message, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector(".finding-blocking"));
        await using (var scope = desk.Services.CreateAsyncScope())
        {
            var record = Assert.Single((await scope.ServiceProvider.GetRequiredService<IAuditTrail>().QueryAsync(new() { ContentItemId = _id, Action = AuditActions.CheckFileConfirmed })).Records);
            Assert.Equal("publisher", record.User);
        }

        // Another version, or another file of that name, is not what was looked at.
        var item = await desk.Site.GetItemAsync(_id);
        item.DisplayText = (item.Part("TitlePart")!["Title"] = "改过的标题").GetValue<string>();
        await desk.Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));
        Assert.False((await TryAsync(new Publish(_id))).Succeeded);
    }

    [Fact]
    public async Task What_is_due_and_what_many_publish_is_held_back_and_what_recipes_bring_is_not()
    {
        await SaveAsync(item => item.Part("MarkdownBodyPart")!["Markdown"] = Number);
        var due = new DateTime(2033, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await desk.Site.ExecuteAsync(new SetSchedule(_id, ScheduleAction.Publish, due));

        Assert.False((await TryAsync(new Publish(_id, DueUtc: due))).Succeeded);
        Assert.False((await TryAsync(new Publish(_id), new Publish(_id))).Succeeded);
        var imported = (await desk.Site.GetItemAsync(_id)).With(item => (item.ContentItemVersionId, item.Published) = ("imported-" + _id, true));
        Assert.True((await TryAsync(new ImportVersion(imported))).Succeeded);
    }

    [Fact]
    public async Task A_repeal_is_not_held_back_by_what_readers_have_anyway()
    {
        var legacy = Samples.Entry(_id, "旧文件").With(item =>
        {
            item.Part("MarkdownBodyPart")!["Markdown"] = Number;
            (item.ContentItemVersionId, item.Published, item.Latest) = ("old-" + _id, true, true);
        });
        await desk.Site.ExecuteAsync(new ImportVersion(legacy));
        var repeal = new Repeal("废止", new(2026, 1, 1), "已被新办法取代", []);
        var item = await desk.Site.GetItemAsync(_id);

        Assert.False((await TryAsync(new SaveDraft((repeal with { Reason = "因 " + Number }).ApplyTo(item), item.ContentItemVersionId), new Publish(_id))).Succeeded);
        Assert.True((await TryAsync(new SaveDraft(repeal.ApplyTo(item), item.ContentItemVersionId), new Publish(_id))).Succeeded);
    }

    [Fact]
    public async Task Settings_words_and_holidays_act_at_once()
    {
        await SaveAsync(item =>
        {
            item.Part("MarkdownBodyPart")!["Markdown"] = "请登陆网站，电话 13812345678";
            item.Part("DisclosureEntry")!.SetDateField("IssuedOn", new(2026, 2, 10));
            item.Part("DisclosureEntry")!.SetDateField("PublishedOn", new(2026, 3, 20));
        });
        using var browser = await desk.SignInAsync("administrator");
        var before = await browser.GetAsync(Address);
        Assert.Contains("改为“登录网站”", before.Text, StringComparison.Ordinal);
        Assert.Contains("到2026-03-16，晚了4个工作日", before.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(await browser.GetAsync("/admin/checks/words"), form => form["words"] = "错误,电话,联系电话");
        await browser.SubmitAsync(await browser.GetAsync("/admin/checks"), form => form["numbers"] = "138 1234 5678");
        var wrong = await browser.SubmitAsync(await browser.GetAsync("/admin/checks/holidays"), form => (form["year"], form["off"]) = ("2027", "2026-01-01"));
        Assert.Contains("都在 2027 年里", wrong.Text, StringComparison.Ordinal);
        var saved = await browser.SubmitAsync(wrong, form => (form["off"], form["work"]) = ("2027-01-01/2027-01-03", ""));
        Assert.Contains("2027 年的节假日已保存", saved.Message, StringComparison.Ordinal);

        var after = await browser.GetAsync(Address);
        Assert.Contains("改为“联系电话”", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登录网站", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("手机号码没有隐去", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"Checks","Severities":{"MobileNumber":"Warning"},"Types":{"Page":{"BankCard":"Off"}},"AllowedNumbers":["12345"],"ImportsAreHeldBack":false}""", true)]
    [InlineData("""{"name":"Checks","Severities":{"MobileNumber":"Loud"}}""", false)]
    [InlineData("""{"name":"Checks","Severities":{"Nothing":"Off"}}""", false)]
    [InlineData("""{"name":"Checks","Severity":{}}""", false)]
    [InlineData("""{"name":"CheckWords","Words":[{"Text":"登陆平台","Proposal":"登录平台","IsWrong":true}]}""", true)]
    [InlineData("""{"name":"CheckWords","Words":[{"Proposal":"登录平台"}]}""", false)]
    [InlineData("""{"name":"CheckWords"}""", false)]
    [InlineData("""{"name":"Holidays","Years":{"2030":{"Off":["2030-01-01/2030-01-03"],"Work":["2030-01-05"]}}}""", true)]
    [InlineData("""{"name":"Holidays","Years":{"2030":{"Off":["2031-01-01"]}}}""", false)]
    [InlineData("""{"name":"Holidays","Years":{"2030":{"Off":[],"Work":["2030-01-07"]}}}""", false)]
    public async Task Recipes_bring_settings_words_and_holidays_and_say_what_is_wrong_with_them(string step, bool isGood)
    {
        var report = await desk.Site.ImportAsync(step);

        Assert.Equal(isGood, report.Succeeded);
    }

    private static string Form(string handler) => $"form[action*='handler={handler}']";

    private static void Attach(ContentItem item, string path) => item.Part("DisclosureEntry")!["Attachments"] = new JsonObject { ["Paths"] = new JsonArray(path), ["MediaTexts"] = new JsonArray("附件") };

    private async Task<ContentResult> TryAsync(params ContentOperation[] operations)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations);
    }

    private Task SaveAsync(Action<ContentItem> change) => desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry(_id, "工作方案").With(change), null));

    private async Task<string> StoreAsync(string name, Stream content)
    {
        var path = $"{_id}/{name}";
        await desk.Services.GetRequiredService<IMediaStore>().SaveAsync(path, content);
        return path;
    }
}
