using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Figures;

/// <summary>The report's link in the left column.</summary>
internal sealed class FiguresArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Tasks, 60, "/Figures/Index", "工作统计", Permissions.ViewFigures)];
}
