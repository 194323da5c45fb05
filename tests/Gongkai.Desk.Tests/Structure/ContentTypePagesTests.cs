using System.Net;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Structure;

/// <summary>Content types as an administrator changes them in a browser without script.</summary>
public sealed class ContentTypePagesTests(DeskSite desk) : IClassFixture<DeskSite>
{
    private DefinitionSnapshot Definitions => desk.Services.GetRequiredService<IContentDefinitions>().Current;

    [Fact]
    public async Task A_type_is_made_gets_a_field_and_loses_it_with_what_becomes_of_data_said_first()
    {
        using var browser = await desk.SignInAsync("administrator");

        var shown = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/new"), form => (form["name"], form["displayName"]) = ("Survey", "[js: uuid()]"));
        Assert.False(Definitions.Types.ContainsKey("Survey"));
        var made = await SaveAsync(browser, shown);
        Assert.Equal("[js: uuid()]", Definitions.Types["Survey"].DisplayName);
        Assert.Equal("/admin/content-types/type/Survey", made.Address);

        var settings = await browser.GetAsync("/admin/content-types/field/Survey?part=Survey&newName=Contact&displayName=联系人&kind=TextField");
        await SaveAsync(browser, await browser.SubmitAsync(settings, form => form["TextFieldSettings.Hint"] = "姓名"));
        var field = Assert.Single(Definitions.Parts["Survey"].Fields);
        Assert.Equal(("Contact", "姓名", "联系人"), (field.Name, field.Settings.Text("TextFieldSettings", "Hint"), field.Settings.Text("ContentPartFieldSettings", "DisplayName")));

        await desk.Site.ImportAsync("""{"name":"Content","data":[{"ContentItemId":"s1","ContentItemVersionId":"s1-1","ContentType":"Survey","DisplayText":"一","Latest":true,"Published":true,"TitlePart":{"Title":"一"},"Survey":{"Contact":{"Text":"张三"}}}]}""");
        var removal = await browser.PostAsync("/admin/content-types/field/Survey?part=Survey&field=Contact&handler=Remove", TokenOf(await browser.GetAsync("/admin/content-types/field/Survey?part=Survey&field=Contact")));
        Assert.Contains("还有 1 条内容填了它", removal.Text, StringComparison.Ordinal);
        Assert.Single(Definitions.Parts["Survey"].Fields);

        var form = new DeskForm(removal.Form());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/admin/content-types/change?handler=Save", form.Values)).Status);
        Assert.Single(Definitions.Parts["Survey"].Fields);

        form.Add("agreed", "true");
        await browser.PostAsync("/admin/content-types/change?handler=Save", form.Values);
        Assert.Empty(Definitions.Parts["Survey"].Fields);
        Assert.Equal("张三", (await desk.Site.GetItemAsync("s1")).Part("Survey")!.TextField("Contact"));
    }

    [Fact]
    public async Task Two_people_at_one_type_do_not_overwrite_each_other_and_a_step_can_be_taken_as_a_recipe()
    {
        using var browser = await desk.SignInAsync("administrator");
        var mine = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Page"), form => form["displayName"] = "我的页面", "form[action*='Change']");
        var theirs = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Page"), form => form["displayName"] = "他们的页面", "form[action*='Change']");

        var recipe = await browser.PostAsync("/admin/content-types/change?handler=Recipe", new DeskForm(mine.Form()).Values);
        Assert.Equal("attachment", recipe.Response.Content.Headers.ContentDisposition!.DispositionType);

        await SaveAsync(browser, theirs);
        var late = await browser.PostAsync("/admin/content-types/change?handler=Save", new DeskForm(mine.Form()).Values);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("他们的页面", Definitions.Types["Page"].DisplayName);
    }

    [Fact]
    public async Task Parts_and_fields_are_moved_by_buttons_and_the_order_goes_with_the_recipe_into_an_empty_site()
    {
        await desk.Site.ImportAsync("""
            {"name":"ContentDefinition","ContentTypes":[{"Name":"Leaflet","DisplayName":"传单","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
              {"PartName":"TitlePart","Name":"TitlePart","Settings":{"TitlePartSettings":{"Options":0}}},{"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart","Settings":{}},{"PartName":"Leaflet","Name":"Leaflet","Settings":{}}]}],
             "ContentParts":[{"Name":"Leaflet","Settings":{},"ContentPartFieldDefinitionRecords":[
              {"FieldName":"TextField","Name":"A","Settings":{"ContentPartFieldSettings":{"DisplayName":"甲","Position":"5"}}},{"FieldName":"TextField","Name":"B","Settings":{}},{"FieldName":"TextField","Name":"C","Settings":{}}]}]}
            """);
        using var browser = await desk.SignInAsync("administrator");
        var first = await browser.GetAsync("/admin/content-types/type/Leaflet");
        Assert.Equal(["B", "C", "A"], FieldsOn(first));

        var moved = await MoveAsync(browser, await MoveAsync(browser, first, "Up:Leaflet"), "Up:Leaflet:A");

        Assert.Equal(["TitlePart", "Leaflet", "MarkdownBodyPart"], PartsOn(moved));
        Assert.Equal(["B", "A", "C"], FieldsOn(moved));
        Assert.Contains("Options", Definitions.Types["Leaflet"].Parts.First(part => part.Name == "TitlePart").Settings.ToJson().ToJsonString(), StringComparison.Ordinal);
        var form = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Leaflet");
        Assert.Equal(["Leaflet.B.Text", "Leaflet.A.Text", "Leaflet.C.Text", "MarkdownBodyPart.Markdown"],
            form.Document.QuerySelectorAll("#editing [name]").Select(field => field.GetAttribute("name")!).Where(name => name.StartsWith("Leaflet.", StringComparison.Ordinal) || name.StartsWith("Markdown", StringComparison.Ordinal)));

        var recipe = await browser.PostAsync("/admin/content-types/type/Leaflet?handler=Recipe", TokenOf(moved));
        await AssertSameElsewhereAsync(await recipe.Response.Content.ReadAsStringAsync(), "Leaflet");
    }

    [Fact]
    public async Task A_move_of_what_somebody_else_changed_or_that_cannot_be_is_refused_and_said()
    {
        using var browser = await desk.SignInAsync("administrator");
        var seen = await browser.GetAsync("/admin/content-types/type/QaIssue");
        Assert.Equal(HttpStatusCode.OK, (await MoveAsync(browser, seen, "Down:TitlePart")).Status);
        var order = PartsOn(await browser.GetAsync("/admin/content-types/type/QaIssue"));

        var late = await MoveAsync(browser, seen, "Down:TitlePart");
        var fresh = await browser.GetAsync("/admin/content-types/type/QaIssue");
        foreach (var step in (string[])["Up:" + order[0], "Down:" + order[^1], "Up:Nothing", "Sideways:TitlePart", "", "Up:DisclosureEntry:Topic", new string('x', 10_000)])
            Assert.Equal(HttpStatusCode.BadRequest, (await MoveAsync(browser, fresh, step)).Status);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("刚刚被别人改过", late.Message, StringComparison.Ordinal);
        Assert.Equal(order, PartsOn(late));
        Assert.Equal(order, PartsOn(await browser.GetAsync("/admin/content-types/type/QaIssue")));
    }

    [Fact]
    public async Task The_recipe_of_a_change_makes_in_an_empty_site_what_the_page_made_here()
    {
        using var browser = await desk.SignInAsync("administrator");
        var recipes = new List<string>();
        async Task ChangeAsync(DeskAnswer shown)
        {
            recipes.Add(await (await browser.PostAsync("/admin/content-types/change?handler=Recipe", new DeskForm(shown.Form()).Values)).Response.Content.ReadAsStringAsync());
            await SaveAsync(browser, shown);
        }

        await ChangeAsync(await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/new"), form => (form["name"], form["displayName"]) = ("Poster", "[js: 海报]")));
        await ChangeAsync(await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/field/Poster?part=Poster&newName=Place&displayName=地点&kind=TextField"), form => form["TextFieldSettings.Hint"] = "<b>哪里</b>"));
        await ChangeAsync(await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/field/Poster?part=Poster&newName=Gone&displayName=多余&kind=DateField")));
        await ChangeAsync(await browser.PostAsync("/admin/content-types/field/Poster?part=Poster&field=Gone&handler=Remove", TokenOf(await browser.GetAsync("/admin/content-types/field/Poster?part=Poster&field=Gone"))));
        await ChangeAsync(await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Poster"), form => form["displayName"] = "海报", "form[action*='Change']"));

        Assert.Equal("海报", Definitions.Types["Poster"].DisplayName);
        Assert.Equal(["Place"], Definitions.Parts["Poster"].Fields.Select(field => field.Name));
        await AssertSameElsewhereAsync(recipes, "Poster");
    }

    [Fact]
    public async Task The_graph_of_reviews_is_chosen_among_those_that_there_are_and_stays_when_something_else_is_changed()
    {
        await desk.Site.ImportAsync("""{"name":"ContentDefinition","ContentTypes":[{"Name":"Bulletin","DisplayName":"公报","Settings":{},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{}}]}]}""");
        using var browser = await desk.SignInAsync("administrator");
        async Task<DeskAnswer> ChangeAsync(Action<DeskForm> fill) => await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Bulletin"), fill, "form[action*='Change']");

        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(form => form["graph"] = "none")).Status);
        await SaveAsync(browser, await ChangeAsync(form => form["graph"] = "disclosure"));
        Assert.Equal("disclosure", Definitions.Types["Bulletin"].Settings.Text("ReviewSettings", "Graph"));
        await SaveAsync(browser, await ChangeAsync(form => form["displayName"] = "政府公报"));
        Assert.Equal("disclosure", Definitions.Types["Bulletin"].Settings.Text("ReviewSettings", "Graph"));
        await SaveAsync(browser, await ChangeAsync(form => form["graph"] = ""));

        Assert.Equal("", Definitions.Types["Bulletin"].Settings.Text("ReviewSettings", "Graph"));
    }

    [Theory]
    [InlineData("""{"name":"Roles","Roles":[{"Name":"Editor","PermissionBehavior":"Add","Permissions":["SiteOwner"]}]}""")]
    [InlineData("[1]")]
    [InlineData("{\"name\":")]
    public async Task A_forged_step_changes_nothing(string step)
    {
        using var browser = await desk.SignInAsync("administrator");
        var form = new DeskForm((await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Topic"), filled => filled["displayName"] = "主题词", "form[action*='Change']")).Form()) { ["step"] = step };

        var answer = await browser.PostAsync("/admin/content-types/change?handler=Save", form.Values);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("SiteOwner", desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Roles).Child("Editor")!.Texts("Permissions"));
    }

    [Theory]
    [InlineData("ContentItemId", "好")]
    [InlineData("a b", "好")]
    [InlineData("Page", "好")]
    [InlineData("TitlePart", "好")]
    [InlineData("Good", "")]
    public async Task A_name_that_cannot_be_is_told_beside_its_field(string name, string displayName)
    {
        using var browser = await desk.SignInAsync("administrator");

        var page = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/new"), form => (form["name"], form["displayName"]) = (name, displayName));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Document.QuerySelectorAll(".field-bad .fault"));
    }

    private Task AssertSameElsewhereAsync(string recipe, string type) => AssertSameElsewhereAsync([recipe], type);

    /// <summary>Imports recipes one after the other into a site that knows nothing of this one, and compares a type.</summary>
    private async Task AssertSameElsewhereAsync(IReadOnlyList<string> recipes, string type)
    {
        var other = new OrchardSite.Tests.SiteFixture(withSample: false);
        await other.InitializeAsync();
        try
        {
            Assert.False(other.Services.GetRequiredService<IContentDefinitions>().Current.Types.ContainsKey(type));
            foreach (var recipe in recipes)
            {
                var report = await other.ImportAsync([.. JsonNode.Parse(recipe)!["steps"]!.AsArray().Select(step => step!.ToJsonString())]);
                Assert.True(report.Succeeded, string.Join('\n', report.Problems));
            }

            var there = other.Services.GetRequiredService<IContentDefinitions>().Current;
            Assert.Equal(DefinitionJson.Of(Definitions.Types[type]).ToJsonString(), DefinitionJson.Of(there.Types[type]).ToJsonString());
            Assert.Equal(DefinitionJson.Of(Definitions.Parts[type]).ToJsonString(), DefinitionJson.Of(there.Parts[type]).ToJsonString());
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private static Task<DeskAnswer> MoveAsync(DeskBrowser browser, DeskAnswer page, string step)
    {
        var form = new DeskForm(page.Form("#moves"));
        form.Add("step", step);
        return browser.PostAsync(page.Form("#moves").GetAttribute("action")!, form.Values);
    }

    private static string[] PartsOn(DeskAnswer page) => [.. page.Document.QuerySelectorAll(".part h3 code").Select(name => name.TextContent)];

    private static string[] FieldsOn(DeskAnswer page) => [.. page.Document.QuerySelectorAll(".part tbody td:nth-child(2) code").Select(name => name.TextContent)];

    private static Task<DeskAnswer> SaveAsync(DeskBrowser browser, DeskAnswer shown) => browser.PostAsync("/admin/content-types/change?handler=Save", new DeskForm(shown.Form()).Values);

    private static IEnumerable<KeyValuePair<string, string>> TokenOf(DeskAnswer page) => new DeskForm(page.Form()).Values.Where(value => value.Key.StartsWith("__", StringComparison.Ordinal));
}
