using System.Net;
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
        var mine = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Page"), form => form["displayName"] = "我的页面");
        var theirs = await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Page"), form => form["displayName"] = "他们的页面");

        var recipe = await browser.PostAsync("/admin/content-types/change?handler=Recipe", new DeskForm(mine.Form()).Values);
        Assert.Equal("attachment", recipe.Response.Content.Headers.ContentDisposition!.DispositionType);

        await SaveAsync(browser, theirs);
        var late = await browser.PostAsync("/admin/content-types/change?handler=Save", new DeskForm(mine.Form()).Values);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("他们的页面", Definitions.Types["Page"].DisplayName);
    }

    [Theory]
    [InlineData("""{"name":"Roles","Roles":[{"Name":"Editor","PermissionBehavior":"Add","Permissions":["SiteOwner"]}]}""")]
    [InlineData("[1]")]
    [InlineData("{\"name\":")]
    public async Task A_forged_step_changes_nothing(string step)
    {
        using var browser = await desk.SignInAsync("administrator");
        var form = new DeskForm((await browser.SubmitAsync(await browser.GetAsync("/admin/content-types/type/Topic"), filled => filled["displayName"] = "主题词")).Form()) { ["step"] = step };

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

    private static Task<DeskAnswer> SaveAsync(DeskBrowser browser, DeskAnswer shown) => browser.PostAsync("/admin/content-types/change?handler=Save", new DeskForm(shown.Form()).Values);

    private static IEnumerable<KeyValuePair<string, string>> TokenOf(DeskAnswer page) => new DeskForm(page.Form()).Values.Where(value => value.Key.StartsWith("__", StringComparison.Ordinal));
}
