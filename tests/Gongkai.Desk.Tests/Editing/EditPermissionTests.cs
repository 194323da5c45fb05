using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>Who may edit what: by role, by type, by office.</summary>
public sealed class EditPermissionTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Theory]
    [InlineData("/admin/content/create")]
    [InlineData("/admin/content/edit/{0}")]
    [InlineData("/admin/content/conflict/{0}")]
    [InlineData("/admin/content/copy/{0}")]
    [InlineData("/admin/editing/pick?q=a")]
    public async Task Who_may_not_edit_is_turned_away(string address)
    {
        var item = await site.AddPageAsync();
        using var auditor = await site.Desk.SignInAsync("auditor");
        using var nobody = site.Desk.Open();

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(string.Format(null, address, item.ContentItemId))).Status);
        Assert.StartsWith("/admin/sign-in", (await nobody.GetAsync(string.Format(null, address, item.ContentItemId))).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep/{0}")]
    [InlineData("see/{0}")]
    [InlineData("markup")]
    public async Task What_scripts_send_needs_permission_and_token(string address)
    {
        var item = await site.AddPageAsync();
        using var auditor = await site.Desk.SignInAsync("auditor");
        using var editor = await site.Desk.SignInAsync("editor");
        var where = "/admin/editing/" + string.Format(null, address, item.ContentItemId);

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(where, [new("source", "x")])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(where, [new("source", "x")])).Status);
    }

    [Fact]
    public async Task Another_offices_item_is_closed()
    {
        var item = await site.AddEntryAsync("office-b");
        using var jia = await site.Desk.SignInAsync("jia");
        using var yi = await site.Desk.SignInAsync("yi");

        Assert.Equal(HttpStatusCode.NotFound, (await jia.GetAsync($"/admin/content/edit/{item.ContentItemId}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await yi.GetAsync($"/admin/content/edit/{item.ContentItemId}")).Status);
    }

    [Fact]
    public async Task A_form_for_another_offices_item_changes_nothing()
    {
        var (mine, theirs) = (await site.AddEntryAsync("office-a"), await site.AddEntryAsync("office-b"));
        using var jia = await site.Desk.SignInAsync("jia");
        var page = await jia.GetAsync($"/admin/content/edit/{mine.ContentItemId}");
        var fields = new DeskForm(page.Form(EditingAnswers.Form));
        (fields["TitlePart.Title"], fields["$based"], fields["$do"]) = ("改了别人的", theirs.ContentItemVersionId, "save");

        var answer = await jia.PostAsync($"/admin/content/edit/{theirs.ContentItemId}", fields.Values);
        var kept = await jia.PostAsync($"/admin/editing/keep/{theirs.ContentItemId}", fields.Values);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.Status, kept.Status));
        Assert.Equal(theirs.ContentItemVersionId, (await site.FindAsync(theirs.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task An_offices_editor_cannot_write_in_another_offices_name()
    {
        var item = await site.AddEntryAsync("office-a", "本局的");
        using var jia = await site.Desk.SignInAsync("jia");

        var answer = await jia.PressAsync(await jia.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["DisclosureEntry.Issuer.$items"] = "office-b");

        Assert.Contains("发布机构应是本单位", answer.Text, StringComparison.Ordinal);
        Assert.Equal(item.ContentItemVersionId, (await site.FindAsync(item.ContentItemId))!.ContentItemVersionId);
    }

    [Fact]
    public async Task An_offices_editor_begins_with_the_own_office()
    {
        using var jia = await site.Desk.SignInAsync("jia");

        var page = await jia.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=DisclosureEntry");

        Assert.Equal(["office-a"], page.RowsOf("DisclosureEntry.Issuer.$items"));
    }

    [Fact]
    public async Task Who_may_only_edit_does_not_publish_by_a_forged_button()
    {
        var item = await site.AddPageAsync();
        using var editor = await site.Desk.SignInAsync("editor");
        var page = await editor.GetAsync($"/admin/content/edit/{item.ContentItemId}");

        var answer = await editor.PressAsync(page, "publish", form => form["TitlePart.Title"] = "抢先发布");

        Assert.Null(page.Document.QuerySelector("button[value=publish]"));
        Assert.Contains("没有保存", answer.Text, StringComparison.Ordinal);
        Assert.False((await site.FindAsync(item.ContentItemId))!.Published);
    }

    [Fact]
    public async Task A_picker_finds_nothing_of_another_office_that_is_no_public_item()
    {
        var secret = await site.AddEntryAsync("office-b", "乙局的草稿");
        using var jia = await site.Desk.SignInAsync("jia");
        using var yi = await site.Desk.SignInAsync("yi");

        Assert.DoesNotContain("乙局的草稿", await jia.Client.GetStringAsync(new Uri($"/admin/editing/pick?types=DisclosureEntry&q={secret.ContentItemId}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(secret.ContentItemId, await yi.Client.GetStringAsync(new Uri($"/admin/editing/pick?types=DisclosureEntry&q={secret.ContentItemId}", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-an-id-of-ours?type=Page")]
    [InlineData("00000000000000000000000000?type=NoType")]
    [InlineData("00000000000000000000000000?type=Topic")]
    [InlineData("00000000000000000000000000")]
    public async Task An_id_or_type_that_somebody_made_up_has_no_form(string address)
    {
        using var editor = await site.Desk.SignInAsync("editor");

        var answer = await editor.GetAsync("/admin/content/edit/" + address);

        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, answer.Status.ToString());
    }

    [Fact]
    public async Task A_version_that_the_item_never_had_is_refused()
    {
        var item = await site.AddPageAsync();
        using var editor = await site.Desk.SignInAsync("editor");

        var answer = await editor.PressAsync(await editor.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "save", form => form["$based"] = "no-such-version");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }
}
