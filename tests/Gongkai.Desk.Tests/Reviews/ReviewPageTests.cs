using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Editing;
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

    [Fact]
    public async Task A_policy_waits_for_its_interpretation_unless_the_publisher_gives_a_reason_and_then_owes_it()
    {
        await AddPlansAsync();
        var policy = Samples.Entry("policy", "防汛方案");
        (policy.Owner, policy.Author) = ("editor", "editor");
        policy.Part("DisclosureEntry")!["NeedsInterpretation"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = true };
        await desk.Site.ExecuteAsync(new SaveDraft(policy, null));
        var unplanned = await TakeAsync("editor", "submit", id: "policy");
        Assert.Contains("解读形式", unplanned.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        var planned = (await desk.Site.GetItemAsync("policy", VersionOption.Latest)).Clone();
        var plan = planned.EnsurePart("InterpretationPlan");
        plan.SetTextField("Form", "图解");
        plan.SetTextField("Channels", "网站");
        plan.SetTextField("Drafter", "editor");
        plan.SetDateField("PublishOn", new DateOnly(2026, 12, 1));
        await desk.Site.ExecuteAsync(new SaveDraft(planned, planned.ContentItemVersionId));
        await TakeAsync("editor", "submit", id: "policy");
        await TakeAsync("reviewer", "decide", form => form["mode"] = "主动公开", "policy");
        await TakeAsync("secrecy", "clear", id: "policy");
        await TakeAsync("signer", "approve", id: "policy");

        var held = await TakeAsync("publisher", "publish", id: "policy");
        Assert.Contains("还没有解读", held.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        await TakeAsync("publisher", "publish", form => form["ahead"] = "<b>汛情</b>紧急", "policy");

        Assert.NotNull(await desk.Site.GetItemAsync("policy", VersionOption.Published));
        using var browser = await desk.SignInAsync("editor");
        Assert.Contains("<b>汛情</b>紧急", (await browser.GetAsync("/admin/review?list=overdue")).Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("解读待补", (await browser.GetAsync("/admin/review/item/policy")).Text, StringComparison.Ordinal);
    }

    /// <summary>Each place where a rule's words are shown: the panel, the step, the publish buttons, the edit page, deputies, many items at once.</summary>
    [Fact]
    public async Task What_rules_refuse_is_told_in_the_language_of_whoever_reads_it()
    {
        var draft = Samples.Entry("told", "told");
        (draft.Owner, draft.Author) = ("editor", "editor");
        await desk.Site.ExecuteAsync(new SaveDraft(draft, null));
        using var editor = await SignInAsync("editor", "en");
        Assert.Contains("Done. It is now at “公开属性审核”", (await StepAsync(editor, "submit")).Message, StringComparison.Ordinal);
        using (var reviewer = await SignInAsync("reviewer", "en"))
            Assert.Contains("To send it back, write a remark", FaultOf(await StepAsync(reviewer, "mode-to-draft")), StringComparison.Ordinal);
        using (var reviewer = await SignInAsync("reviewer", "zh-Hant"))
            Assert.Contains("退回要寫明意見", FaultOf(await StepAsync(reviewer, "mode-to-draft")), StringComparison.Ordinal);

        using var publisher = await SignInAsync("publisher", "en");
        var held = await publisher.SubmitAsync(await publisher.GetAsync("/admin/content/history/told"), selector: "main form[action*='handler=Publish']");
        Assert.Contains("This item is at “公开属性审核”", held.Document.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        var untitled = await editor.PressAsync(await editor.GetAsync("/admin/content/edit/told"), "save", form => form["TitlePart.Title"] = new string('x', 1001));
        Assert.Contains("The title is too long: 1001 characters", untitled.Text, StringComparison.Ordinal);
        var alone = await editor.SubmitAsync(await editor.GetAsync("/admin/review/deputies"), form => (form["standIn"], form["from"], form["until"]) = ("editor", "2033-01-01", "2033-01-02"), "form[action*='handler=Add']");
        Assert.Contains("A deputy must be another person.", FaultOf(alone), StringComparison.Ordinal);

        async Task<DeskAnswer> StepAsync(DeskBrowser browser, string step) =>
            await browser.SubmitAsync(await browser.GetAsync("/admin/review/item/told"), form => form["step"] = step, Step);

        static string FaultOf(DeskAnswer page) => page.Document.QuerySelector(".message-bad")!.TextContent;
    }

    private async Task<DeskBrowser> SignInAsync(string user, string language)
    {
        var browser = await desk.SignInAsync(user);
        await browser.PostAsync("/admin/language", new DeskForm((await browser.GetAsync("/admin")).Form(".bar-languages")).Values.Append(new("language", language)));
        return browser;
    }

    private async Task AddPlansAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var definitions = scope.ServiceProvider.GetRequiredService<IContentDefinitionStore>();
        var entry = definitions.Current.Types["DisclosureEntry"];
        if (entry.Parts.All(part => part.Name != "InterpretationPlan"))
            await definitions.SaveAsync([entry with { Parts = entry.Parts.Add(new("InterpretationPlan", "InterpretationPlan", DefinitionSettings.None)) }], []);
    }

    private async Task<DeskAnswer> TakeAsync(string user, string step, Action<DeskForm>? fill = null, string id = "reviewed")
    {
        using var browser = await desk.SignInAsync(user);
        var page = await browser.GetAsync("/admin/review/item/" + id);
        return await browser.SubmitAsync(page, form =>
        {
            fill?.Invoke(form);
            form["step"] = step;
        }, Step);
    }
}
