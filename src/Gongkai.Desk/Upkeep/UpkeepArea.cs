using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Upkeep;

/// <summary>What looks after things that are public already, in the left column.</summary>
internal sealed class UpkeepArea : IDeskArea
{
    /// <inheritdoc/>
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Tasks, 35, "/Upkeep/Index", "内容维护", Permissions.ListContent)];
}
