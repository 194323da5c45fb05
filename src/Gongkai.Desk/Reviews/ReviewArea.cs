using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Reviews;

/// <summary>The links of review in the left column.</summary>
internal sealed class ReviewArea : IDeskArea
{
    /// <inheritdoc/>
    public IEnumerable<DeskLink> LinksFor(DeskUser user)
    {
        yield return new(DeskGroup.Tasks, 10, "/Review/Index", "审核", Permissions.ViewContent);
        yield return new(DeskGroup.Tasks, 40, "/Review/Deputies", "代理人", Permissions.ViewContent);
        yield return new(DeskGroup.Structure, 40, "/Review/Graphs", "审核流程", Permissions.ViewContent);
    }
}
