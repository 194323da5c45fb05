namespace Gongkai.Desk.Tests.Doors;

/// <summary>Lists, bulk work, histories, publishing and withdrawing.</summary>
public sealed class ListingDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Content/Index GET", "/admin/content", Who.SignedIn),
        new("/Content/Bulk GET", "/admin/content/bulk", Who.SignedIn),
        new("/Content/Bulk POST", "/admin/content/bulk", Who.SignedIn, ("verb", "Publish")),
        new("/Content/Bulk POST Start", "/admin/content/bulk?handler=Start", Who.SignedIn, ("verb", "Publish")),
        new("/Content/Jobs GET", "/admin/content/jobs", Who.SignedIn),
        new("/Content/Job GET", "/admin/content/job/none", Who.SignedIn),
        new("/Content/Job POST Stop", "/admin/content/job/none?handler=Stop", Who.SignedIn),
        new("/Content/Job POST Continue", "/admin/content/job/none?handler=Continue", Who.SignedIn),
        new("/Content/History GET", "/admin/content/history/none", Who.SignedIn),
        new("/Content/History POST Publish", "/admin/content/history/none?handler=Publish", Who.Publishers),
        new("/Content/History POST Schedule", "/admin/content/history/none?handler=Schedule", Who.Publishers, ("what", "Publish")),
        new("/Content/History POST UndoRepeal", "/admin/content/history/none?handler=UndoRepeal", Who.Publishers),
        new("/Content/History POST Restore", "/admin/content/history/none?handler=Restore", Who.Editors, ("version", "none")),
        new("/Content/History POST Delete", "/admin/content/history/none?handler=Delete", Who.Administrators),
        new("/Content/Compare GET", "/admin/content/compare/none", Who.SignedIn),
        new("/Content/Withdraw GET", "/admin/content/withdraw/none", Who.Publishers),
        new("/Content/Withdraw POST", "/admin/content/withdraw/none", Who.Publishers),
    ];
}
