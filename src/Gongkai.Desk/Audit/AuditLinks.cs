using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Audit;

/// <summary>Where a row leads: to its item, and to its version beside the one before. A page that the desk does not have gives no link.</summary>
internal sealed class AuditLinks(IUrlHelper url)
{
    public string? Item(string contentItemId) => url.Page("/Content/Edit", new { id = contentItemId });

    public string? Compare(string contentItemId, string earlier, string later) => url.Page("/Content/Compare", new { id = contentItemId, from = earlier, to = later });
}
