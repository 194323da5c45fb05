using Gongkai.Content;
using Gongkai.Desk.Accounts;

namespace OrchardSite.Hosting;

/// <summary>Makes the administrator of a site that has no account yet.</summary>
internal static class FirstAdministrator
{
    /// <summary>The name of the first account.</summary>
    public const string Name = "admin";

    private const string Role = "Administrator";
    private const string Key = "Desk:AdminPassword";

    /// <summary>Makes it, with the password of the configuration or a random one, which is told on the console once.</summary>
    /// <exception cref="SiteException">The configured password is too weak.</exception>
    public static async Task MakeAsync(IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IAccounts>().AnyAsync(cancellationToken))
            return;
        var given = configuration[Key] is { Length: > 0 } password ? password : null;
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<AccountWork>()
            .AddAsync(DeskUser.System, new() { Name = Name, DisplayName = "管理员", Roles = [Role] }, given);
        // Another process that started at once may have made it.
        if (!outcome.Succeeded && await services.GetRequiredService<IAccounts>().AnyAsync(cancellationToken))
            return;
        if (!outcome.Succeeded)
            throw new SiteException($"不能建立管理员账户：{string.Join(' ', outcome.Faults)} 请修改 {Key}，或去掉它以使用随机密码。");
        Console.WriteLine(outcome.Password is { } random
            ? $"已建立管理员账户 {Name}，初始密码（只显示这一次，首次登录时必须修改）：{random}"
            : $"已建立管理员账户 {Name}，密码见配置 {Key}。");
    }
}
