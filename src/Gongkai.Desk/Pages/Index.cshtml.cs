using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Steps;

namespace Gongkai.Desk.Pages;

/// <summary>The first page: where somebody goes on.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
internal sealed class IndexModel(RoleNames roles, IssuerChoices issuers, Overview overview, FailedWork failedWork, IErrorReports reports, ReviewLists reviews, UpkeepTasks upkeep) : DeskPage
{
    public string Roles => roles.TextOf(CurrentUser.Roles);

    public string Issuers => issuers.TextOf(CurrentUser.Issuers);

    /// <summary>The sign-in before this one: somebody who does not remember it tells an administrator.</summary>
    public string EarlierSignIn => HttpContext.Features.Get<SignedIn>()?.Account switch
    {
        { EarlierSignInUtc: { } utc, EarlierSignInFrom: { Length: > 0 } from } => L["{0}，来自 {1}", TimeOf(utc), from],
        { EarlierSignInUtc: { } utc } => TimeOf(utc),
        _ => L["这是第一次登录"],
    };

    /// <summary>What was begun and not saved.</summary>
    public IReadOnlyList<KeptItem> Kept { get; private set; } = [];

    /// <summary>What waits, is about to happen, and was published.</summary>
    public IReadOnlyList<OverviewList> Lists { get; private set; } = [];

    /// <summary>Work that did not end well; null for whom that is not.</summary>
    public IReadOnlyList<FailedPiece>? Failed { get; private set; }

    /// <summary>How many reported errors wait; null for whom that is not.</summary>
    public int? Reports { get; private set; }

    /// <summary>Reviews: what waits for whoever is there, what they submitted, what is overdue.</summary>
    public IReadOnlyList<(string List, string Title, IReadOnlyList<ReviewLine> Lines)> Reviews { get; private set; } = [];

    /// <summary>What of upkeep waits for whoever is there.</summary>
    public IReadOnlyList<UpkeepTask> Upkeep { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["概览"];
        if (Can(Permissions.EditContent))
            Kept = await overview.KeptAsync(HttpContext.RequestAborted);
        Reviews = await ReviewsAsync(HttpContext.RequestAborted);
        Lists = await overview.ForAsync(HttpContext.RequestAborted);
        if (Can(Permissions.ManageFeedback))
            Reports = await reports.CountNewAsync(HttpContext.RequestAborted);
        Upkeep = await upkeep.FindAsync(HttpContext.RequestAborted);
        Failed = await failedWork.FindAsync(HttpContext.RequestAborted);
    }

    private async Task<IReadOnlyList<(string List, string Title, IReadOnlyList<ReviewLine> Lines)>> ReviewsAsync(CancellationToken cancellationToken)
    {
        if (!Can(Permissions.ViewContent))
            return [];
        (string List, string Title, IReadOnlyList<ReviewLine> Lines)[] all =
        [
            ("tasks", L["我的任务"], await reviews.TasksAsync(cancellationToken)),
            ("mine", L["我提交的"], await reviews.SubmissionsAsync(cancellationToken)),
            ("overdue", L["超期的"], await reviews.OverdueAsync(cancellationToken)),
        ];
        return [.. all.Where(list => list.Lines.Count > 0)];
    }
}
