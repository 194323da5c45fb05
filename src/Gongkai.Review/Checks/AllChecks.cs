using Gongkai.Review.Checks.Personal;

namespace Gongkai.Review.Checks;

/// <summary>The checks, and how they are run.</summary>
public static class AllChecks
{
    private static readonly IReadOnlyList<ICheck> Checks =
    [
        new RequiredMetadataCheck(),
        new PersonalDataCheck(CheckNames.IdentityNumber, PersonalKind.IdentityNumber, "身份证号码没有隐去"),
        new PersonalDataCheck(CheckNames.BankCard, PersonalKind.BankCard, "银行卡号没有隐去"),
        new PersonalDataCheck(CheckNames.MobileNumber, PersonalKind.MobileNumber, "手机号码没有隐去"),
        new PersonalDataCheck(CheckNames.LandlineNumber, PersonalKind.LandlineNumber, "固定电话号码，请确认是对外公布的"),
        new PersonalDataCheck(CheckNames.HomeAddress, PersonalKind.HomeAddress, "可能是家庭住址"),
        new PersonalDataCheck(CheckNames.PersonalName, PersonalKind.Name, "个人信息旁边的姓名没有隐去"),
        new UnreadFileCheck(),
        new WordCheck(CheckNames.SensitiveWord, isWrong: false),
        new WordCheck(CheckNames.WrongWord, isWrong: true),
        new DeadLinkCheck(),
        new PictureTextCheck(),
        new LatePublicationCheck(),
        new InterpretationCheck(),
        new QuoteCheck(),
    ];

    /// <summary>What all checks find in an item, the blocking first.</summary>
    public static IReadOnlyList<Finding> Run(CheckedItem item, CheckRules rules)
    {
        var findings = new List<Finding>();
        foreach (var check in Checks)
        {
            var severity = rules.Settings.SeverityOf(check.Name, item.Item.ContentType);
            if (severity != CheckSeverity.Off)
                findings.AddRange(check.Run(item, rules).Select(finding => finding with { Severity = severity }));
        }

        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }
}
