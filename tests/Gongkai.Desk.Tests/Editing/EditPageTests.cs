using System.Net;
using AngleSharp.Dom;
using Gongkai.Content;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>The edit page in the real site, without script.</summary>
public sealed class EditPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task A_new_item_is_made_saved_and_published()
    {
        using var browser = await site.Desk.SignInAsync("publisher");
        var types = await browser.GetAsync("/admin/content/create");
        var page = await browser.GetAsync(types.Document.QuerySelectorAll("a.tile").Single(tile => tile.TextContent == "页面").GetAttribute("href")!);

        var saved = await browser.PressAsync(page, "save", form => (form["TitlePart.Title"], form["AutoroutePart.Path"], form["MarkdownBodyPart.Markdown"]) = ("关于我们", "about-us", "# 我们"));
        var draft = await site.FindAsync(page.IdOf());
        var published = await browser.PressAsync(saved, "publish");
        var item = await site.FindAsync(page.IdOf());

        Assert.Contains("草稿已保存", saved.Message, StringComparison.Ordinal);
        Assert.Contains("已保存 ", saved.Document.GetElementById("save-state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("关于我们", "publisher", "publisher", false), (draft!.DisplayText, draft.Owner, draft.Author, draft.Published));
        Assert.Contains("已保存并发布", published.Message, StringComparison.Ordinal);
        Assert.True(item!.Published);
        Assert.Contains("我们", await site.Desk.Site.GetTextAsync("/about-us"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_leaves_what_the_form_does_not_know_word_for_word()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");

        await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["TitlePart.Title"] = "新题");

        var saved = await site.FindAsync(item.ContentItemId);
        Assert.Equal("新题", saved!.Part("TitlePart")!.Text("Title"));
        Assert.Equal("""{"Kept":[1,2.50]}""", saved.Part("Unknown")!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_changed_makes_no_version()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");

        var answer = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save");

        Assert.Contains("没有改动", answer.Message, StringComparison.Ordinal);
        Assert.Equal(item.ContentItemVersionId, (await site.FindAsync(item.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_is_half_done()
    {
        using var browser = await site.Desk.SignInAsync("publisher");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=DisclosureEntry");

        var answer = await browser.PressAsync(page, "publish", form => form["TitlePart.Title"] = "缺很多的一条");

        Assert.Contains("没有发布", answer.Text, StringComparison.Ordinal);
        Assert.Contains("主题分类", answer.FaultsOf("DisclosureEntry.Topic"), StringComparison.Ordinal);
        Assert.Contains("公开属性", answer.FaultsOf("DisclosureEntry.DisclosureMode"), StringComparison.Ordinal);
        Assert.Equal("缺很多的一条", answer.ValueOf("TitlePart.Title"));
        Assert.Null(await site.FindAsync(page.IdOf()));
    }

    [Fact]
    public async Task Pairs_are_added_moved_and_removed_by_buttons_and_saved_in_their_order()
    {
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=QaIssue");
        page = await browser.PressAsync(page, "add:QaPair:Questions", form => form["TitlePart.Title"] = "第一期");
        page = await browser.PressAsync(page, "add:QaPair:Questions");
        page = await browser.PressAsync(page, "add:QaPair:Questions");
        var keys = page.RowsOf("Questions.$items");

        page = await browser.PressAsync(page, "up:2:Questions.$items", form =>
        {
            for (var i = 0; i < 3; i++)
                (form[$"Questions.{keys[i]}.QaPair.Question.Text"], form[$"Questions.{keys[i]}.QaPair.Answer.Markdown"]) = ($"问{i}", $"答{i}");
        });
        page = await browser.PressAsync(page, "remove:0:Questions.$items");
        await browser.PressAsync(page, "save", form => form["QaIssue.Year.Value"] = "2026");

        var issue = await site.FindAsync(page.IdOf());
        Assert.Equal(["问2", "问1"], issue!.Part("Questions")!.Objects("ContentItems").Select(pair => pair.Child("QaPair")!.TextField("Question")));
        Assert.Equal(2026, issue.Part("QaIssue")!.NumericField("Year"));
    }

    [Fact]
    public async Task Terms_and_items_are_chosen_without_script()
    {
        var policy = await site.AddEntryAsync("office-a", "要解读的政策");
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=PolicyInterpretation");

        page = await browser.PressAsync(page, "search:PolicyInterpretation.Policies", form => (form["TitlePart.Title"], form["$query.PolicyInterpretation.Policies"]) = ("解读", policy.ContentItemId));
        Assert.Contains("要解读的政策", page.Document.QuerySelector(".picker-found")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync(page, "save", form => form.Add("PolicyInterpretation.Policies.$items", policy.ContentItemId));

        Assert.Equal([policy.ContentItemId], (await site.FindAsync(page.IdOf()))!.Part("PolicyInterpretation")!.PickedIds("Policies"));
    }

    [Fact]
    public async Task A_type_that_came_by_recipe_a_minute_ago_is_edited_at_once()
    {
        var report = await site.Desk.Site.ImportAsync("""
            { "name": "ContentDefinition", "ContentTypes": [{ "Name": "Meeting", "DisplayName": "会议", "Settings": { "ContentTypeSettings": { "Creatable": true } },
              "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Meeting", "Name": "Meeting", "Settings": {} }] }],
              "ContentParts": [{ "Name": "Meeting", "Settings": {}, "ContentPartFieldDefinitionRecords": [{ "FieldName": "DateTimeField", "Name": "Begins", "Settings": { "ContentPartFieldSettings": { "DisplayName": "开始时间" } } }] }] }
            """);
        Assert.True(report.Succeeded);
        using var browser = await site.Desk.SignInAsync("editor");

        var page = await browser.GetAsync((await browser.GetAsync("/admin/content/create")).Document.QuerySelectorAll("a.tile").Single(tile => tile.TextContent == "会议").GetAttribute("href")!);
        await browser.PressAsync(page, "save", form => (form["TitlePart.Title"], form["Meeting.Begins.Value"]) = ("例会", "2026-11-25T09:00"));

        Assert.Equal("""{"Value":"2026-11-25T01:00:00Z"}""", (await site.FindAsync(page.IdOf()))!.Part("Meeting")!.Child("Begins")!.ToJsonString());
    }

    [Fact]
    public async Task A_copy_is_a_draft_without_what_belongs_to_the_original()
    {
        var original = await site.AddAsync("QaIssue", """
            "TitlePart": { "Title": "原件" }, "AutoroutePart": { "Path": "questions/2025/77" }, "QaIssue": { "Year": { "Value": 2025 }, "Number": { "Value": 77 } },
            "Questions": { "ContentItems": [{ "ContentItemId": "p1", "ContentType": "QaPair", "QaPair": { "Question": { "Text": "问" } } }] }
            """);
        using var browser = await site.Desk.SignInAsync("editor");

        var page = await browser.SubmitAsync(await browser.GetAsync($"/admin/content/edit/{original.ContentItemId}"), selector: ".editing-more");

        var copy = await site.FindAsync(page.IdOf());
        Assert.NotEqual(original.ContentItemId, page.IdOf());
        Assert.Equal(("原件（副本）", "editor", null, null), (copy!.DisplayText, copy.Owner, AutoroutePart.RouteOf(copy), copy.Part("QaIssue")!.NumericField("Number")));
        var pair = Assert.Single(copy.Part("Questions")!.Objects("ContentItems"));
        Assert.Equal("问", pair.Child("QaPair")!.TextField("Question"));
        Assert.NotEqual("p1", pair.Text("ContentItemId"));
    }

    [Fact]
    public async Task Script_in_every_text_field_is_text()
    {
        const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=DisclosureEntry");

        var answer = await browser.PressAsync(page, "search:DisclosureEntry.ReplacedBy", form =>
        {
            foreach (var name in form.Values.Select(value => value.Key).Where(name => !name.StartsWith('$') && !name.StartsWith("__", StringComparison.Ordinal)).Distinct().ToList())
                form[name] = Script;
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(Script, answer.ValueOf("DisclosureEntry.Abstract.Text"));
        Assert.Empty(answer.Document.QuerySelectorAll("main script, main img, [onerror]"));
    }

    [Fact]
    public async Task A_title_of_a_hundred_thousand_characters_is_refused_beside_the_title_and_not_lost()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");

        var answer = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["TitlePart.Title"] = new string('a', 100_000));

        Assert.Contains("100000", answer.FaultsOf("TitlePart"), StringComparison.Ordinal);
        Assert.Equal(100_000, answer.ValueOf("TitlePart.Title").Length);
        Assert.Equal(item.ContentItemVersionId, (await site.FindAsync(item.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task A_form_of_five_megabytes_is_refused_before_it_is_read()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");

        var answer = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["MarkdownBodyPart.Markdown"] = new string('a', 5 << 20));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(item.ContentItemVersionId, (await site.FindAsync(item.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task A_part_that_the_type_has_not_is_not_added()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");

        await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form =>
        {
            form["TitlePart.Title"] = "题";
            form.Add("DisclosureEntry.Abstract.Text", "x");
            form.Add("PublishLaterPart.When", "2026-12-01T08:00");
            form.Add("Owner", "x");
        });

        var saved = await site.FindAsync(item.ContentItemId);
        Assert.Equal(("题", null, null), (saved!.DisplayText, saved.Part("DisclosureEntry"), saved.Part("PublishLaterPart")));
    }
}
