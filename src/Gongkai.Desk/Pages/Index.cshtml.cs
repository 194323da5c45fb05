using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages;

/// <summary>The first page: who is there, and what they can do.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
internal sealed class IndexModel(DeskMenu menu, RoleNames roles, IssuerChoices issuers, Overview overview) : DeskPage
{
    public string Roles => roles.TextOf(CurrentUser.Roles);

    public string Issuers => issuers.TextOf(CurrentUser.Issuers);

    public string LastSignIn => TimeOf(HttpContext.Features.Get<SignedIn>()?.Account.LastSignInUtc);

    public IReadOnlyList<IGrouping<DeskGroup, DeskLink>> Menu => [.. menu.For(CurrentUser)];

    /// <summary>What is under way.</summary>
    public IReadOnlyList<OverviewList> Lists { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["概览"];
        Lists = await overview.ForAsync(HttpContext.RequestAborted);
    }
}
