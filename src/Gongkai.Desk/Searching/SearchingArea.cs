using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Searching;

/// <summary>The search desk's link in the left column.</summary>
internal sealed class SearchingArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Tasks, 70, "/Search/Index", "站内搜索", Permissions.ManageSearch)];
}
