using OrchardCore;
using OrchardCore.Security.Permissions;

namespace Gongkai.OrchardCore.Admin;

/// <summary>What can be granted beside Orchard Core's own permissions for content.</summary>
public sealed class GongkaiPermissions : IPermissionProvider
{
    /// <summary>See the desk page and rebuild the search index.</summary>
    public static readonly Permission ManageGongkai = new("ManageGongkai", "查看政府信息公开的概况，重建搜索索引");

    /// <summary>Export what people searched for.</summary>
    public static readonly Permission ExportSearchLog = new("ExportGongkaiSearchLog", "导出搜索日志：每天的搜索词、次数和打开的位置");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageGongkai, ExportSearchLog]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [ManageGongkai, ExportSearchLog] }];
}
