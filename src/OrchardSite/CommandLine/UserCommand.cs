using System.CommandLine;
using Gongkai.Content;
using Gongkai.Desk.Accounts;

namespace OrchardSite.CommandLine;

/// <summary><c>user</c>: accounts of the desk without the desk, as when nobody can sign in any more.</summary>
internal static class UserCommand
{
    /// <summary>The command with its five; <paramref name="withSite"/> opens the site and runs.</summary>
    public static Command Make(Func<ParseResult, Func<WebApplication, Task<bool>>, CancellationToken, Task<int>> withSite)
    {
        var name = new Argument<string>("NAME") { Description = "用户名" };
        var display = new Option<string?>("--display-name") { Description = "姓名（默认同用户名）", HelpName = "姓名" };
        var roles = new Option<string[]>("--role") { Description = "角色，如 Editor；可重复", HelpName = "角色", AllowMultipleArgumentsPerToken = true };
        var issuers = new Option<string[]>("--issuer") { Description = "发布机构的编号；可重复，不写就是全部机构", HelpName = "机构", AllowMultipleArgumentsPerToken = true };
        var add = new Command("add", "添加账户；随机的初始密码只显示一次") { name, display, roles, issuers };
        add.SetAction((arguments, cancellation) => withSite(arguments, app => DoAsync(app, work => work.AddAsync(DeskUser.System, new()
        {
            Name = arguments.GetRequiredValue(name),
            DisplayName = arguments.GetValue(display) ?? arguments.GetRequiredValue(name),
            Roles = arguments.GetValue(roles) ?? [],
            Issuers = arguments.GetValue(issuers) ?? [],
        }), $"已添加账户 {arguments.GetRequiredValue(name)}。"), cancellation));

        var list = new Command("list", "列出账户");
        list.SetAction((arguments, cancellation) => withSite(arguments, app => ListAsync(app.Services, cancellation), cancellation));

        return new("user", "管理后台的账户；可以在网站运行时使用")
        {
            add,
            Simple("reset", "给账户一个新的随机密码，并取消它的两步验证", (work, account) => ResetAsync(work, account), "已重置账户 {0} 的密码。"),
            Simple("lock", "锁定账户，直到解除锁定；它的登录立即退出", (work, account) => work.LockAsync(DeskUser.System, account), "已锁定账户 {0}。"),
            Simple("unlock", "解除账户的锁定", (work, account) => work.UnlockAsync(DeskUser.System, account), "已解除账户 {0} 的锁定。"),
            list,
        };

        Command Simple(string verb, string description, Func<AccountWork, string, Task<AccountOutcome>> act, string done)
        {
            var whose = new Argument<string>("NAME") { Description = "用户名" };
            var command = new Command(verb, description) { whose };
            command.SetAction((arguments, cancellation) => withSite(arguments, app =>
                DoAsync(app, work => act(work, arguments.GetRequiredValue(whose)), string.Format(System.Globalization.CultureInfo.InvariantCulture, done, arguments.GetRequiredValue(whose))), cancellation));
            return command;
        }
    }

    private static async Task<AccountOutcome> ResetAsync(AccountWork work, string name)
    {
        var outcome = await work.ResetTwoFactorAsync(DeskUser.System, name);
        return outcome.Succeeded ? await work.ResetPasswordAsync(DeskUser.System, name) : outcome;
    }

    private static async Task<bool> DoAsync(WebApplication app, Func<AccountWork, Task<AccountOutcome>> act, string done)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<AccountWork>());
        foreach (var fault in outcome.Faults)
            await Console.Error.WriteLineAsync(fault);
        if (outcome.Succeeded)
            Console.WriteLine(done);
        if (outcome.Password is { } password)
            Console.WriteLine($"初始密码（只显示这一次，首次登录时必须修改）：{password}");
        return outcome.Succeeded;
    }

    private static async Task<bool> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var account in await services.GetRequiredService<IAccounts>().ListAsync(cancellationToken))
        {
            var state = account.IsLocked ? "已锁定" : "正常";
            Console.WriteLine(string.Join('\t', account.Name, account.DisplayName, state, string.Join(',', account.Roles), account.Issuers.Count == 0 ? "*" : string.Join(',', account.Issuers)));
        }

        return true;
    }
}
