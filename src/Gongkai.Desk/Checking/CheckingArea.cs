using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Checking;

/// <summary>The settings of the checks in the left column.</summary>
internal sealed class CheckingArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Site, 30, "/Checks/Index", "发布前检查的设置", Permissions.ManageSettings)];
}
