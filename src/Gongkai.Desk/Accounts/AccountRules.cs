using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Accounts;

/// <summary>What somebody may do to an account: nobody gives what they have not, and nobody shuts themselves or everybody out.</summary>
internal sealed class AccountRules(ISettings settings, Taxonomies taxonomies, IPermissions permissions, IAccounts accounts, DeskTexts texts)
{
    private const string IssuersTaxonomy = "issuers";

    /// <summary>What is wrong with a change; <paramref name="before"/> is null for a new account. The site itself, as the command line, may do everything that makes sense.</summary>
    public IReadOnlyList<string> FaultsOf(DeskUser actor, Account? before, Account after)
    {
        var faults = new List<string>();
        var known = settings.Get(SettingsNames.Roles).Select(role => role.Key).Except(RoleNames.Implicit, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var role in after.Roles.Where(role => !known.Contains(role) && !(before?.Roles.Contains(role) ?? false)))
            faults.Add(texts["没有角色“{0}”。", ShortText.Of(role)]);
        foreach (var issuer in after.Issuers.Where(issuer => !IsIssuer(issuer) && !(before?.Issuers.Contains(issuer) ?? false)))
            faults.Add(texts["没有机构“{0}”。", ShortText.Of(issuer)]);
        if (actor == DeskUser.System)
            return faults;

        if (before is not null && Same(before.Name, actor.Name) && after.IsLocked)
            faults.Add(texts["不能锁定自己的账户。"]);
        if (before is not null && Same(before.Name, actor.Name) && !before.Roles.ToHashSet().SetEquals(after.Roles))
            faults.Add(texts["不能改自己的角色，请另一位管理员来改。"]);
        if ((before?.Roles ?? []).Union(after.Roles).FirstOrDefault(role => !HasAllOf(actor, role)) is { } above)
            faults.Add(texts["角色“{0}”的权限比您的多，您不能把它给人，也不能改有它的账户。", ShortText.Of(above)]);
        if (!Covers(actor, after.Issuers) || (before is not null && !Covers(actor, before.Issuers)))
            faults.Add(texts["您只能管理自己机构的账户。"]);
        return faults;
    }

    /// <summary>Whether nobody would be left who may do everything and can sign in.</summary>
    public async Task<bool> LeavesNoOwnerAsync(Account before, Account after) =>
        IsOwner(before) && !IsOwner(after) && !(await accounts.ListAsync()).Any(other => other.Id != after.Id && IsOwner(other));

    private bool IsOwner(Account account) => !account.IsLocked && permissions.IsAllowed(account.ToUser(), Permissions.SiteOwner);

    private bool HasAllOf(DeskUser actor, string role) =>
        permissions.IsAllowed(actor, Permissions.SiteOwner) || (settings.Get(SettingsNames.Roles).Child(role)?.Texts("Permissions") ?? []).All(permission => permissions.IsAllowed(actor, permission));

    private static bool Covers(DeskUser actor, IReadOnlyList<string> issuers) =>
        actor.Issuers.Count == 0 || (issuers.Count > 0 && issuers.All(issuer => actor.Issuers.Contains(issuer)));

    private bool IsIssuer(string id) => taxonomies.Current.FindByAlias(IssuersTaxonomy)?.All.ContainsKey(id) ?? false;

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
