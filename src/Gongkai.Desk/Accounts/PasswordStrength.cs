using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>Judges a password by how many guesses it takes, not by what kinds of characters it has.</summary>
/// <remarks>NIST SP 800-63B, 5.1.1.2; guesses by the zxcvbn method (Wheeler, USENIX Security 2016).</remarks>
internal sealed class PasswordStrength(DeskTexts texts, SiteSettings site) : IPasswordValidator<Account>
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    // Of 0 to 4: 3 is more than 10^8 guesses, which locks and rate limits make impossible, and a stolen hash slow.
    private const int LeastScore = 3;
    // What follows makes no password weaker, and the method takes long over long ones.
    private const int JudgedLength = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user.Name, user.DisplayName) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordStrength", Description = fault })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public string? FaultOf(string password, params string[] ownWords)
    {
        if (password.Length < MinimumLength)
            return texts["密码太短，至少 {0} 个字符。", MinimumLength];
        if (password.Length > MaximumLength)
            return texts["密码太长，最多 {0} 个字符。", MaximumLength];
        string[] own = [.. ownWords, site.SiteName, "gongkai", "orchard"];
        if (ownWords.Any(word => word.Length > 2 && password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < MinimumLength))
            return texts["密码里不要用自己的名字。"];
        var judged = password.Length > JudgedLength ? password[..JudgedLength] : password;
        return Zxcvbn.Zxcvbn.MatchPassword(judged, own.Where(word => word.Length > 0)).Score < LeastScore
            ? texts["密码太容易猜到：避开常用的词、重复的字符、连续的键位和日期，几个不相干的词连在一起更好。"]
            : null;
    }
}
