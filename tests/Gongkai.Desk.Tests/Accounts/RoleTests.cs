using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>What roles may do is changed by the rules, and holds from the next click.</summary>
public sealed class RoleTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_changed_role_holds_at_once_and_keeps_what_only_Orchard_Core_knows()
    {
        await desk.Site.ImportAsync("""{"name":"Roles","Roles":[{"Name":"Helper","Permissions":["AccessAdminPanel","ManageQueries"]}]}""");
        await desk.AddAsync("helper", ["Helper"]);
        using var helper = await desk.SignInAsync("helper");
        using var administrator = await desk.SignInAsync("administrator");
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync("/admin/users")).Status);

        var saved = await administrator.SubmitAsync(await administrator.GetAsync("/admin/roles/edit/Helper"), form => form.Add("permissions", "ManageUsers"));

        Assert.Contains("已保存", saved.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await helper.GetAsync("/admin/users")).Status);
        Assert.Contains("ManageQueries", Stored("Helper"));
    }

    public static TheoryData<string, string, string[], string> Refused => new()
    {
        { "Administrator", "Editor", ["Nonsense"], "没有权限“Nonsense”" },
        { "Administrator", "Editor", ["Edit_NoSuchType"], "没有权限" },
        { "Administrator", "Anonymous", ["ViewContent", "AccessAdminPanel"], "人人都有" },
        { "Administrator", "Authenticated", ["EditContent"], "人人都有" },
        { "Administrator", "Administrator", ["AccessAdminPanel"], "不能收回自己角色的全站权限" },
        { "Editor", "Editor", ["SiteOwner"], "您没有“SiteOwner”这项权限" },
        { "Editor", "Publisher", [], "您没有“PublishContent”这项权限" },
        { "Administrator", "Nobody", [], "没有角色“Nobody”" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_refused_is_said_and_nothing_changes(string actor, string role, string[] permissions, string fault)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<RoleWork>();
        var before = Stored(role);
        var version = work.Find(role) is { } stored ? RoleWork.VersionOf(stored) : "";

        var faults = await work.ChangeAsync(new("me", "", [actor], []), role, version, "", permissions, CancellationToken.None);

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal(before, Stored(role));
    }

    [Fact]
    public async Task Who_saw_an_older_role_changes_nothing()
    {
        using var administrator = await desk.SignInAsync("administrator");
        var seen = await administrator.GetAsync("/admin/roles/edit/Auditor");
        await administrator.SubmitAsync(seen, form => form["description"] = "第一个");

        var late = await administrator.SubmitAsync(seen, form => form["description"] = "第二个");

        Assert.Contains("刚刚被别人改过", late.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<b>")]
    [InlineData("editor")]
    public async Task A_role_that_cannot_be_is_not_made(string name)
    {
        using var administrator = await desk.SignInAsync("administrator");
        var before = desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Roles).Count;

        var answer = await administrator.SubmitAsync(await administrator.GetAsync("/admin/roles"), form => form["name"] = name);

        Assert.Contains("没有完成", answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Roles).Count);
    }

    private IReadOnlyList<string> Stored(string role) => desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Roles).Child(role)?.Texts("Permissions") ?? [];
}
