using Gongkai.OrchardCore.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security.Permissions;
using ContentItem = Gongkai.Content.ContentItem;

namespace Gongkai.OrchardCore.Site;

/// <summary>Permissions by Orchard Core's authorization.</summary>
internal sealed class TenantPermissions : IPermissionCheck
{
    public Task<bool> IsAllowedAsync(HttpContext http, string permission, ContentItem? item = null) =>
        http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, new Permission(permission), item?.ToTheirs());
}
