using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>What a sign-in name and a displayed name can be: names stand in versions, records and lists.</summary>
internal sealed class AccountNames(DeskTexts texts) : IUserValidator<Account>
{
    public const int MinimumLength = 2;
    public const int MaximumLength = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(FaultOf(user.Name, user.DisplayName) is { } fault ? IdentityResult.Failed(new IdentityError { Code = "AccountName", Description = fault }) : IdentityResult.Success);

    /// <summary>What is wrong with the names; null when nothing is.</summary>
    public string? FaultOf(string name, string displayName)
    {
        if (name.Length is < MinimumLength or > MaximumLength || name == DeskUser.SystemName || !name.All(IsOfName) || !char.IsLetterOrDigit(name[0]) || !name.IsNormalized(System.Text.NormalizationForm.FormKC))
            return texts["用户名“{0}”不能用：{1} 到 {2} 个汉字、字母、数字或 . _ - @，以汉字、字母或数字开头。", ShortText.Of(name), MinimumLength, MaximumLength];
        return displayName.Length > MaximumLength || displayName.Any(c => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate)
            ? texts["姓名不能用：最多 {0} 个字符，没有换行和控制字符。", MaximumLength]
            : null;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@';
}
