using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>The address of the current request, as far as the audit trail keeps it.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor http) : IAuditOrigin
{
    public string Address => AuditAddress.Of(http.HttpContext?.Connection.RemoteIpAddress);
}
