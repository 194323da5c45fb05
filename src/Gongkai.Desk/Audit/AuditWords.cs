using Gongkai.Content;

namespace Gongkai.Desk.Audit;

/// <summary>What actions and results are called: keys of the desk's texts.</summary>
internal static class AuditWords
{
    /// <summary>Actions in the groups and the order in which people choose them.</summary>
    public static IReadOnlyList<(string Group, string Word, IReadOnlyList<string> Actions)> Groups { get; } =
        [.. AuditActions.All.GroupBy(GroupOf).Select(group => (group.Key, WordOfGroup(group.Key), (IReadOnlyList<string>)[.. group]))];

    /// <summary>An action in words; one that this program does not know stands for itself.</summary>
    public static string Of(string action) => action switch
    {
        AuditActions.ContentCreated => "新建了内容",
        AuditActions.ContentSaved => "保存了草稿",
        AuditActions.ContentPublished => "发布了内容",
        AuditActions.ContentUnpublished => "撤下了内容",
        AuditActions.ContentRestored => "恢复了旧版本",
        AuditActions.ContentDeleted => "删除了内容",
        AuditActions.ContentScheduled => "设定了时间",
        "Content.Previewed" => "建立了预览链接",
        AuditActions.ContentStillRight => "复核过内容，仍然正确",
        AuditActions.ContentImported => "导入了内容",
        AuditActions.ReviewStepTaken => "办理了审核",
        AuditActions.ReviewDeputySet => "设置了代理人",
        AuditActions.ReviewDeputyRemoved => "取消了代理人",
        AuditActions.RecipeBegun => "开始导入配方",
        AuditActions.RecipeImported => "导入了配方",
        AuditActions.RecipeExported => "导出了配方",
        AuditActions.SettingsSaved => "修改了设置",
        AuditActions.RolesSaved => "修改了角色",
        AuditActions.DefinitionsSaved => "修改了内容类型",
        AuditActions.UserSignedIn => "登录",
        AuditActions.UserSignedOut => "退出",
        AuditActions.UserLockedOut => "账户因多次输错密码而锁定",
        AuditActions.UserCreated => "新建了账户",
        AuditActions.UserSaved => "修改了账户",
        AuditActions.UserPasswordChanged => "修改了密码",
        AuditActions.UserRemoved => "删除了账户",
        AuditActions.AccessRefused => "没有权限的访问",
        AuditActions.MediaUploaded => "上传了文件",
        AuditActions.MediaChanged => "修改了文件",
        AuditActions.MediaDeleted => "删除了文件",
        AuditActions.AuditExported => "导出了审计记录",
        AuditActions.AuditRemoved => "清理了到期的审计记录",
        AuditActions.SearchVocabularyChanged => "修改了搜索词表",
        AuditActions.SearchLogExported => "导出了搜索日志",
        AuditActions.FeedbackClosed => "处理了网页纠错",
        AuditActions.MailRetried => "把没有发出的邮件再发一次",
        AuditActions.BackupMade => "做了备份",
        AuditActions.BackupRestored => "从备份恢复了网站",
        AuditActions.CheckFileConfirmed => "确认看过没有检查的附件",
        AuditActions.CheckDataMasked => "隐去了个人信息",
        AuditActions.CheckSiteBegun => "启动或停止了全站检查",
        AuditActions.CheckSiteExported => "导出了全站检查的结果",
        _ => action,
    };

    /// <summary>A result in words.</summary>
    public static string Of(AuditResult result) => result switch { AuditResult.Succeeded => "成功", AuditResult.Refused => "拒绝", _ => "失败" };

    /// <summary>A fault of the chain in words, with the first and the last number that it concerns.</summary>
    public static string Of(AuditFaultKind kind) => kind switch
    {
        AuditFaultKind.Changed => "第 {0} 至 {1} 号与校验值不符：它或它前面的一条被改动过。",
        AuditFaultKind.Missing => "第 {0} 至 {1} 号缺失。",
        AuditFaultKind.NoStart => "第 {0} 至 {1} 号缺失，也没有到期清理的记录。",
        _ => "末尾不完整：第 {0} 至 {1} 号缺失或被改动过。",
    };

    /// <summary>The style of a result's chip.</summary>
    public static string ChipOf(AuditResult result) => result switch { AuditResult.Succeeded => "chip-good", AuditResult.Refused => "chip-warn", _ => "chip-bad" };

    private static string GroupOf(string action) => action[..action.IndexOf('.', StringComparison.Ordinal)];

    private static string WordOfGroup(string group) => group switch
    {
        "Content" => "内容",
        "Review" => "审核",
        "Recipe" => "配方",
        "Settings" => "网站设置",
        "Roles" => "角色",
        "Definitions" => "内容类型",
        "User" => "账户",
        "Access" => "权限",
        "Media" => "文件",
        "Audit" => "审计记录",
        "Search" => "搜索",
        "SearchLog" => "搜索日志",
        "Feedback" => "读者反馈",
        "Mail" => "邮件",
        "Backup" => "备份与恢复",
        "Check" => "发布前检查",
        _ => group,
    };
}
