using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>What is wrong with an account, in words.</summary>
internal sealed class AccountErrors(DeskTexts texts) : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "已经有账户叫“{0}”，请换一个用户名。", userName);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "用户名“{0}”不能用。", userName);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "这个账户刚刚被别人改过，请重新打开后再改。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "现在的密码不对。");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), "密码太短，至少 {0} 个字符。", length);

    public override IdentityError DefaultError() => Error(nameof(DefaultError), "没有保存，请稍后再试。");

    /// <summary>The words for an error; a store gives its code only.</summary>
    public string TextOf(IdentityError error) => error.Code switch
    {
        nameof(ConcurrencyFailure) => ConcurrencyFailure().Description,
        nameof(DuplicateUserName) when string.IsNullOrEmpty(error.Description) => texts["已经有账户用这个名字。"],
        _ => string.IsNullOrEmpty(error.Description) ? DefaultError().Description : error.Description,
    };

    private IdentityError Error(string code, string key, params object?[] values) => new() { Code = code, Description = texts[key, values] };
}
