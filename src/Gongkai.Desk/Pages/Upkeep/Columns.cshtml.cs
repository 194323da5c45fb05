using Gongkai.Content;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Upkeep.Freshness;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>The columns of the site, with what is newest in each.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class ColumnsModel(StaleColumns columns, UpkeepAccess access, ListAccess lists) : DeskPage
{
    /// <summary>The columns, the stale ones first.</summary>
    public IReadOnlyList<ColumnLine> Lines { get; private set; } = [];

    public string OwnerOf(ColumnLine line) => access.WordsOf(line.Party);

    public bool MaySee(string contentType) => lists.FindType(CurrentUser, contentType) is not null;

    public async Task OnGetAsync()
    {
        Heading = L["内容维护：栏目更新"];
        Lines = [.. (await columns.FindAsync(HttpContext.RequestAborted)).OrderByDescending(line => line.IsStale)];
    }
}
