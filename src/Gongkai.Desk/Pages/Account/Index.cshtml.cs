using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages.Account;

/// <summary>One's own account.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[BeforeReady]
internal sealed class IndexModel(RoleNames roles, IssuerChoices issuers) : DeskPage
{
    public Gongkai.Content.Account Account => HttpContext.Features.Get<SignedIn>()!.Account;

    public string Roles => roles.TextOf(CurrentUser.Roles);

    public string Issuers => issuers.TextOf(CurrentUser.Issuers);

    public void OnGet() => Heading = L["我的账户"];
}
