using Gongkai.Content;

namespace Gongkai.Review.Upkeep;

/// <summary>The rule of who answers, over the accounts as they are now.</summary>
/// <param name="accounts">The accounts.</param>
/// <param name="taxonomies">The issuers.</param>
/// <param name="permissions">Who may do what.</param>
public sealed class UpkeepPeople(IAccounts accounts, Taxonomies taxonomies, IPermissions permissions)
{
    /// <summary>The rule.</summary>
    public async Task<Responsibility> FindAsync(CancellationToken cancellationToken = default) => new(
        await accounts.ListAsync(cancellationToken), taxonomies.Current,
        account => permissions.IsAllowed(account.ToUser(), Permissions.EditContent),
        account => permissions.IsAllowed(account.ToUser(), Permissions.SiteOwner));
}
