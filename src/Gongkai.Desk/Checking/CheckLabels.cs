using Gongkai.Review.Checks;

namespace Gongkai.Desk.Checking;

/// <summary>What people call the checks and what they find: keys of the desk's texts.</summary>
public static class CheckLabels
{
    /// <summary>A check.</summary>
    public static string Of(string check) => check switch
    {
        CheckNames.RequiredMetadata => "必填的内容",
        CheckNames.IdentityNumber => "身份证号码",
        CheckNames.BankCard => "银行卡号",
        CheckNames.MobileNumber => "手机号码",
        CheckNames.LandlineNumber => "固定电话",
        CheckNames.HomeAddress => "家庭住址",
        CheckNames.PersonalName => "个人姓名",
        CheckNames.UnreadFile => "没有检查的附件",
        CheckNames.SensitiveWord => "敏感用词",
        CheckNames.WrongWord => "错误用词",
        CheckNames.DeadLink => "打不开的链接",
        CheckNames.PictureText => "图片的替代文字",
        CheckNames.LatePublication => "公开的期限",
        CheckNames.MissingInterpretation => "政策的解读",
        CheckNames.OutdatedQuote => "引用的原文",
        _ => check,
    };

    /// <summary>A severity.</summary>
    public static string Of(CheckSeverity severity) => severity switch { CheckSeverity.Blocking => "阻止发布", CheckSeverity.Warning => "提醒", _ => "不检查" };

    /// <summary>The style of a severity's chip.</summary>
    public static string ChipOf(CheckSeverity severity) => severity == CheckSeverity.Blocking ? "chip-bad" : "chip-warn";
}
