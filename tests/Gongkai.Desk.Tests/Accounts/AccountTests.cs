using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>Accounts are made and changed by the rules, from the pages and from the command line, and sessions end when they should.</summary>
public sealed class AccountTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_new_account_gets_a_password_once_and_must_change_it_first()
    {
        using var administrator = await desk.SignInAsync("administrator");
        var made = await administrator.SubmitAsync(await administrator.GetAsync("/admin/users/add"), form =>
        {
            (form["name"], form["displayName"]) = ("zhangsan", "张三");
            form.Add("roles", "Editor");
        });
        var password = made.Document.QuerySelector("code.key")!.TextContent;

        using var editor = desk.Open();
        var first = await editor.SubmitAsync(await editor.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("zhangsan", password));
        Assert.Equal("/admin/account/password", first.Address);
        Assert.Equal("/admin/account/password", (await editor.GetAsync("/admin")).Address);
        var weak = await editor.SubmitAsync(first, form => (form["current"], form["chosen"], form["again"]) = (password, "zhangsan2026", "zhangsan2026"));
        Assert.Contains("没有完成", weak.Text, StringComparison.Ordinal);
        var changed = await editor.SubmitAsync(weak, form => (form["current"], form["chosen"], form["again"]) = (password, "木星-绿茶-kettle-91", "木星-绿茶-kettle-91"));

        Assert.Equal("/admin", changed.Address);
        Assert.Contains("密码已修改", changed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("密码已修改", (await editor.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("roles")]
    [InlineData("password")]
    [InlineData("two-factor")]
    public async Task A_session_ends_when(string what)
    {
        var name = "session-" + what;
        await desk.AddAsync(name, ["Editor"]);
        using var browser = await desk.SignInAsync(name);

        Assert.Empty((await WorkAsync(work => what switch
        {
            "lock" => work.LockAsync(DeskUser.System, name),
            "roles" => ChangeAsync(work, name, ["Auditor"]),
            "password" => work.ResetPasswordAsync(DeskUser.System, name),
            _ => work.ResetTwoFactorAsync(DeskUser.System, name),
        })).Faults);

        Assert.StartsWith("/admin/sign-in", (await browser.GetAsync("/admin")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_cannot_sign_in_until_it_is_unlocked()
    {
        await desk.AddAsync("locked", ["Editor"]);
        await WorkAsync(work => work.LockAsync(DeskUser.System, "locked"));
        using var browser = desk.Open();
        var refused = await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("locked", DeskSite.Password));
        Assert.Contains("已锁定", refused.Message, StringComparison.Ordinal);

        await WorkAsync(work => work.UnlockAsync(DeskUser.System, "locked"));
        using var again = await desk.SignInAsync("locked");
    }

    public static TheoryData<string, string, string, string[], string[], string> Refused => new()
    {
        { "administrator", "x", "", [], [], "用户名“x”不能用" },
        { "administrator", "<script>alert(1)</script>", "", [], [], "不能用" },
        { "administrator", "系统", "", [], [], "不能用" },
        { "administrator", new string('长', 65), "", [], [], "不能用" },
        { "administrator", "ａｄｍｉｎ", "", [], [], "不能用" },
        { "administrator", "EDITOR", "", [], [], "已经有账户" },
        { "administrator", "lisi", "李\n四", [], [], "姓名不能用" },
        { "administrator", "lisi", new string('长', 65), [], [], "姓名不能用" },
        { "administrator", "lisi", "", ["Emperor"], [], "没有角色“Emperor”" },
        { "administrator", "lisi", "", ["Anonymous"], [], "没有角色“Anonymous”" },
        { "administrator", "lisi", "", [], ["no-such-office"], "没有机构“no-such-office”" },
        { "manager", "lisi", "", ["Administrator"], [], "权限比您的多" },
        { "manager", "lisi", "", ["Publisher"], [], "权限比您的多" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_refused_is_said_and_nothing_is_made(string actor, string name, string displayName, string[] roles, string[] issuers, string fault)
    {
        var who = new DeskUser(actor, actor, [actor == "administrator" ? "Administrator" : "Editor"], []);
        var before = (await desk.Services.GetRequiredService<IAccounts>().ListAsync()).Count;

        var outcome = await WorkAsync(work => work.AddAsync(who, new() { Name = name, DisplayName = displayName, Roles = roles, Issuers = issuers }));

        Assert.Contains(outcome.Faults, one => one.Contains(fault, StringComparison.Ordinal));
        Assert.Equal(before, (await desk.Services.GetRequiredService<IAccounts>().ListAsync()).Count);
    }

    [Fact]
    public async Task Nobody_locks_themselves_or_the_last_owner_out()
    {
        var administrator = new DeskUser("administrator", "", ["Administrator"], []);

        Assert.Contains("不能锁定自己的账户。", (await WorkAsync(work => work.LockAsync(administrator, "administrator"))).Faults);
        Assert.Contains("不能改自己的角色，请另一位管理员来改。", (await WorkAsync(work => ChangeAsync(work, "administrator", [], administrator))).Faults);
        Assert.Contains("这是最后一个能管理全站的账户，不能锁定，也不能收回它的角色。", (await WorkAsync(work => work.LockAsync(DeskUser.System, "administrator"))).Faults);
        Assert.Contains("这是最后一个能管理全站的账户，不能锁定，也不能收回它的角色。", (await WorkAsync(work => ChangeAsync(work, "administrator", ["Editor"]))).Faults);
    }

    [Fact]
    public async Task Who_saw_an_older_account_changes_nothing()
    {
        await desk.AddAsync("twice", ["Editor"]);
        using var administrator = await desk.SignInAsync("administrator");
        var seen = await administrator.GetAsync("/admin/users/edit/twice");
        await administrator.SubmitAsync(seen, form => form["displayName"] = "第一个");

        var late = await administrator.SubmitAsync(seen, form => form["displayName"] = "第二个");

        Assert.Contains("刚刚被别人改过", late.Message, StringComparison.Ordinal);
        Assert.Equal("第一个", (await desk.WithUsersAsync(users => users.FindByNameAsync("twice")))!.DisplayName);
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_a_code_is_good_once()
    {
        await desk.AddAsync("careful", ["Editor"]);
        using var browser = await desk.SignInAsync("careful");
        var shown = await browser.SubmitAsync(await browser.GetAsync("/admin/account/two-factor"));
        var key = shown.Document.QuerySelector("code.key")!.TextContent;
        Assert.NotNull(shown.Document.QuerySelector("svg.qr"));
        var wrong = await browser.SubmitAsync(shown, form => form["code"] = "000000");
        Assert.Contains("验证码不对", wrong.Message, StringComparison.Ordinal);
        var code = Totp.CodeAt(key, DateTimeOffset.UtcNow);
        var on = await browser.SubmitAsync(wrong, form => form["code"] = code);
        var recovery = on.Document.QuerySelectorAll(".codes code").Select(one => one.TextContent).ToList();
        Assert.Equal(10, recovery.Count);

        using var other = desk.Open();
        var asked = await other.SubmitAsync(await other.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("careful", DeskSite.Password));
        Assert.StartsWith("/admin/sign-in-code", asked.Address, StringComparison.Ordinal);
        Assert.StartsWith("/admin/sign-in", (await other.GetAsync("/admin")).Address, StringComparison.Ordinal);
        // The code that turned it on is used up.
        var replayed = await other.SubmitAsync(asked, form => form["code"] = code);
        Assert.Contains("已经用过", replayed.Message, StringComparison.Ordinal);
        Assert.Equal("/admin", (await other.SubmitAsync(replayed, form => form["code"] = recovery[0])).Address);

        using var third = desk.Open();
        asked = await third.SubmitAsync(await third.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("careful", DeskSite.Password));
        Assert.Contains("没有登录", (await third.SubmitAsync(asked, form => form["code"] = recovery[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offices_manager_manages_its_accounts_only()
    {
        var manager = new DeskUser("administrator", "", ["Editor"], ["office"]);

        var outcome = await WorkAsync(work => work.AddAsync(manager, new() { Name = "wangwu", Roles = ["Editor"] }));

        Assert.Equal(["您只能管理自己机构的账户。"], outcome.Faults);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_not_found()
    {
        using var administrator = await desk.SignInAsync("administrator");

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/admin/users/edit/nobody")).Status);
    }

    private static async Task<AccountOutcome> ChangeAsync(AccountWork work, string name, string[] roles, DeskUser? actor = null)
    {
        var account = (await work.FindAsync(name))!;
        return await work.ChangeAsync(actor ?? DeskUser.System, name, account.ConcurrencyStamp, account.DisplayName, roles, account.Issuers);
    }

    private async Task<AccountOutcome> WorkAsync(Func<AccountWork, Task<AccountOutcome>> act)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountWork>());
    }
}
