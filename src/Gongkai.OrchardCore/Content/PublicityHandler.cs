using Gongkai.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Contents;
using OrchardCore.Security;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Content;

/// <summary>Refuses the view of what is published but not for everyone, as an entry of mode 依申请公开, to whoever may not edit it.</summary>
/// <remarks>Orchard Core asks for <c>ViewContent</c> wherever it shows an item. Regulation Art. 13–16.</remarks>
internal sealed class PublicityHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.Permission.Name != CommonPermissions.ViewContent.Name || context.Resource is not Item item || item.ToOurs() is not { } ours || IsForEveryone(ours))
            return;
        // Late: the authorization service itself needs its handlers.
        if (!await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, CommonPermissions.EditContent, item))
            context.Fail(new(this, "不是主动公开的内容。"));
    }

    /// <summary>A draft is Orchard Core's own matter; here it is only about the mode.</summary>
    private static bool IsForEveryone(ContentItem item)
    {
        if (item.ContentType != "DisclosureEntry")
            return true;
        var published = item.Clone();
        published.Published = true;
        return published.IsPublic();
    }
}
