namespace Gongkai.Desk.Tests.Doors;

/// <summary>The audit trail.</summary>
public sealed class AuditDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Audit/Index GET", "/admin/audit", Who.Auditors),
        new("/Audit/Index GET Export", "/admin/audit?handler=Export&what=Backup.Made", Who.Auditors),
        new("/Audit/Index POST Verify", "/admin/audit?handler=Verify", Who.Auditors),
    ];
}
