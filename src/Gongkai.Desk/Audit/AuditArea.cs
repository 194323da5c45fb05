using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Audit;

/// <summary>The audit trail's link in the left column.</summary>
internal sealed class AuditArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) => [new(DeskGroup.Site, 40, "/Audit/Index", "审计记录", Permissions.ViewAuditTrail)];
}
