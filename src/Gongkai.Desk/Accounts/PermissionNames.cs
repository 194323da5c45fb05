using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Accounts;

/// <summary>What people call the permissions.</summary>
internal sealed class PermissionNames(DeskTexts texts)
{
    public string NameOf(string permission) => permission switch
    {
        Permissions.SiteOwner => texts["管理全站（包含下面所有权限，不限机构）"],
        Permissions.AccessAdminPanel => texts["进入管理后台"],
        Permissions.ListContent => texts["查看内容列表"],
        Permissions.ViewContent => texts["查看内容"],
        Permissions.ViewOwnContent => texts["查看自己的内容"],
        Permissions.PreviewContent => texts["预览草稿"],
        Permissions.PreviewOwnContent => texts["预览自己的草稿"],
        Permissions.EditContent => texts["起草和修改内容"],
        Permissions.EditOwnContent => texts["起草和修改自己的内容"],
        Permissions.CloneContent => texts["复制内容"],
        Permissions.CloneOwnContent => texts["复制自己的内容"],
        Permissions.PublishContent => texts["发布和撤回内容"],
        Permissions.PublishOwnContent => texts["发布和撤回自己的内容"],
        Permissions.DeleteContent => texts["删除内容"],
        Permissions.DeleteOwnContent => texts["删除自己的内容"],
        Permissions.ManageMedia => texts["管理附件和图片"],
        Permissions.Import => texts["导入配方"],
        Permissions.Export => texts["导出内容和设置"],
        Permissions.ViewContentTypes => texts["查看内容类型"],
        Permissions.EditContentTypes => texts["修改内容类型"],
        Permissions.ManageTaxonomies => texts["管理分类"],
        Permissions.ManageUsers => texts["管理用户"],
        Permissions.ManageRoles => texts["管理角色"],
        Permissions.ManageSettings => texts["管理设置"],
        Permissions.ViewAuditTrail => texts["查看操作记录"],
        Permissions.ManageFeedback => texts["处理网页纠错，查看有用程度"],
        Permissions.ManageSubscriptions => texts["查看邮件订阅"],
        Permissions.ViewFigures => texts["查看工作统计"],
        Permissions.ManageSearch => texts["查看搜索词，管理同义词和编辑推荐"],
        _ => permission,
    };
}
