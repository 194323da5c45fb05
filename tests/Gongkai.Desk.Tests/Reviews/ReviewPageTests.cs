using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Reviews;

public sealed class ReviewPageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private const string Step = "main form[action*='handler=Step']";

    private static int s_count;

    public async Task InitializeAsync()
    {
        if (Interlocked.Increment(ref s_count) > 1)
            return;
        await desk.AddOfficesAsync();
        await desk.AddAsync("secrecy", ["SecrecyOfficer"]);
        await desk.AddAsync("signer", ["Signer"]);
        await using var scope = desk.Services.CreateAsyncScope();
        var definitions = scope.ServiceProvider.GetRequiredService<IContentDefinitionStore>();
        var entry = definitions.Current.Types["DisclosureEntry"];
        var settings = entry.Settings.ToJson();
        settings["ReviewSettings"] = new System.Text.Json.Nodes.JsonObject { ["Graph"] = "disclosure" };
        await definitions.SaveAsync([entry with { Settings = new(settings) }], []);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Four_hands_take_an_entry_to_the_public_by_the_pages_and_one_sends_it_back_first()
    {
        var draft = Samples.Entry("reviewed", "工作方案");
        (draft.Owner, draft.Author) = ("editor", "editor");
        await desk.Site.ExecuteAsync(new SaveDraft(draft, null));

        await TakeAsync("editor", "submit");
        var undecided = await TakeAsync("reviewer", "decide", form => (form["mode"], form["ground"]) = ("不予公开", ""));
        Assert.Contains("依据", undecided.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        var back = await TakeAsync("reviewer", "mode-to-draft", form => form["remark"] = "<b>缺</b>附件");
        Assert.Contains("起草", back.Message, StringComparison.Ordinal);
        Assert.Contains("<b>缺</b>附件", back.Text, StringComparison.Ordinal);
        await TakeAsync("editor", "submit");
        using (var reviewer = await desk.SignInAsync("reviewer"))
            Assert.Contains("工作方案", (await reviewer.GetAsync("/admin/review")).Text, StringComparison.Ordinal);
        await TakeAsync("reviewer", "decide", form => form["mode"] = "主动公开");
        await TakeAsync("secrecy", "clear");
        await TakeAsync("signer", "approve");
        Assert.Null(await desk.Site.GetItemAsync("reviewed", VersionOption.Published));
        var done = await TakeAsync("publisher", "publish");

        Assert.Contains("已发布", done.Message, StringComparison.Ordinal);
        Assert.NotNull(await desk.Site.GetItemAsync("reviewed", VersionOption.Published));
        using var editor = await desk.SignInAsync("editor");
        Assert.Contains("认定：主动公开", (await editor.GetAsync("/admin/content/history/reviewed")).Text, StringComparison.Ordinal);
        Assert.Contains("已发布", (await editor.GetAsync("/admin/content/edit/reviewed")).Document.QuerySelector(".panel.review")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_publish_buttons_do_not_lead_around_the_review()
    {
        await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry("around", "工作方案"), null));
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync("/admin/content/edit/around");
        var refused = await browser.SubmitAsync(await browser.GetAsync("/admin/content/history/around"), selector: "main form[action*='handler=Publish']");

        Assert.Null(page.Document.QuerySelector("button[value='publish']"));
        Assert.Contains("处在“起草”", refused.Text, StringComparison.Ordinal);
        Assert.Null(await desk.Site.GetItemAsync("around", VersionOption.Published));
    }

    [Fact]
    public async Task A_deputy_is_named_and_ended_and_what_is_wrong_is_told()
    {
        using var browser = await desk.SignInAsync("editor");
        var page = await browser.GetAsync("/admin/review/deputies");

        var wrong = await browser.SubmitAsync(page, form => (form["standIn"], form["from"], form["until"]) = ("editor", "2033-01-01", "2033-01-02"), "form[action*='handler=Add']");
        Assert.Contains("另一个人", wrong.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        var named = await browser.SubmitAsync(wrong, form => form["standIn"] = "reviewer", "form[action*='handler=Add']");
        Assert.Contains("2033-01-02", named.Text, StringComparison.Ordinal);
        var ended = await browser.SubmitAsync(named, selector: "form[action*='handler=End']");

        Assert.Contains("没有设代理人", ended.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(named, form => form["id"] = "none", "form[action*='handler=End']")).Status);
    }

    [Fact]
    public async Task The_graph_can_be_read()
    {
        using var browser = await desk.SignInAsync("auditor");

        var text = (await browser.GetAsync("/admin/review/graphs")).Text;

        Assert.Contains("目录条目", text, StringComparison.Ordinal);
        Assert.Contains("由保密审查员办理，到“审签”", text, StringComparison.Ordinal);
    }

    private async Task<DeskAnswer> TakeAsync(string user, string step, Action<DeskForm>? fill = null)
    {
        using var browser = await desk.SignInAsync(user);
        var page = await browser.GetAsync("/admin/review/item/reviewed");
        return await browser.SubmitAsync(page, form =>
        {
            fill?.Invoke(form);
            form["step"] = step;
        }, Step);
    }
}
