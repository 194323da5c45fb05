using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>What came of a change of an account.</summary>
/// <param name="Faults">Why it was not done, in words; empty when it was.</param>
/// <param name="Password">The password that was made, to be told once; null when none was.</param>
public sealed record AccountOutcome(IReadOnlyList<string> Faults, string? Password = null)
{
    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Faults.Count == 0;
}

/// <summary>Makes and changes accounts, for the desk's pages and the command line alike. The rules are in <see cref="AccountRules"/>.</summary>
/// <remarks>Whatever changes what somebody may do ends their sessions.</remarks>
public sealed class AccountWork
{
    private const int MaximumStaffNumber = 64;

    private readonly UserManager<Account> _users;
    private readonly AccountRules _rules;
    private readonly AccountRecords _records;
    private readonly AccountErrors _errors;
    private readonly DeskTexts _texts;

    internal AccountWork(UserManager<Account> users, AccountRules rules, AccountRecords records, AccountErrors errors, DeskTexts texts) =>
        (_users, _rules, _records, _errors, _texts) = (users, rules, records, errors, texts);

    /// <summary>An account by its name; null when there is none.</summary>
    public Task<Account?> FindAsync(string name) => _users.FindByNameAsync(name);

    /// <summary>Makes an account. Without a password a random one is made, which is to be changed first of all.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="account">Its name, displayed name, roles and issuers.</param>
    /// <param name="password">Its password; null for a random one.</param>
    public async Task<AccountOutcome> AddAsync(DeskUser actor, Account account, string? password = null)
    {
        if (_rules.FaultsOf(actor, null, account) is { Count: > 0 } faults)
            return await NoteAsync(AuditActions.UserCreated, actor, account.Name, "add", new(faults));
        var given = password ?? RandomPassword.Make();
        account.MustChangePassword = password is null;
        return await NoteAsync(AuditActions.UserCreated, actor, account.Name, "add", Outcome(await _users.CreateAsync(account, given), password is null ? given : null));
    }

    /// <summary>Gives an account another displayed name, other roles and issuers.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="version">The <see cref="Account.ConcurrencyStamp"/> that the actor saw.</param>
    /// <param name="displayName">What people read.</param>
    /// <param name="roles">The names of its roles.</param>
    /// <param name="issuers">Its issuers; empty for all.</param>
    /// <param name="staffNumber">The person's number at their organisation; null leaves it as it is.</param>
    public Task<AccountOutcome> ChangeAsync(DeskUser actor, string name, string version, string displayName, IReadOnlyList<string> roles, IReadOnlyList<string> issuers, string? staffNumber = null) =>
        WithAsync(actor, name, "roles", account =>
        {
            if (account.ConcurrencyStamp != version)
                return [_errors.ConcurrencyFailure().Description];
            (account.DisplayName, account.Roles, account.Issuers) = (displayName.Trim(), roles, issuers);
            if (staffNumber is not null && (staffNumber.Trim().Length > MaximumStaffNumber || !StorableText.IsStorable(staffNumber)))
                return [_texts["工号最多 {0} 个字符。", MaximumStaffNumber]];
            account.StaffNumber = staffNumber?.Trim() ?? account.StaffNumber;
            return [];
        });

    /// <summary>Locks an account until it is unlocked; its sessions end.</summary>
    public Task<AccountOutcome> LockAsync(DeskUser actor, string name) => WithAsync(actor, name, "lock", account =>
    {
        account.LockedUntilUtc = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        return [];
    });

    /// <summary>Unlocks an account, whoever or whatever locked it.</summary>
    public Task<AccountOutcome> UnlockAsync(DeskUser actor, string name) => WithAsync(actor, name, "unlock", account =>
    {
        (account.LockedUntilUtc, account.FailedSignIns) = (null, 0);
        return [];
    });

    /// <summary>Gives an account a random password, which is to be changed first of all; its sessions end.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(DeskUser actor, string name)
    {
        var password = RandomPassword.Make();
        var outcome = await WithAsync(actor, name, "password", account =>
        {
            account.PasswordHash = _users.PasswordHasher.HashPassword(account, password);
            (account.MustChangePassword, account.FailedSignIns) = (true, 0);
            // A lock of some minutes ends; an administrator's stays.
            account.LockedUntilUtc = account.IsLocked ? account.LockedUntilUtc : null;
            return [];
        });
        return outcome.Succeeded ? outcome with { Password = password } : outcome;
    }

    /// <summary>Takes the second factor from an account, as when a phone is lost; its sessions end.</summary>
    public Task<AccountOutcome> ResetTwoFactorAsync(DeskUser actor, string name) => WithAsync(actor, name, "two-factor", account =>
    {
        (account.HasTwoFactor, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, []);
        return [];
    });

    private async Task<AccountOutcome> WithAsync(DeskUser actor, string name, string what, Func<Account, IReadOnlyList<string>> change) =>
        await NoteAsync(what == "password" ? AuditActions.UserPasswordChanged : AuditActions.UserSaved, actor, name, what, await ChangeAsync(actor, name, change));

    private async Task<AccountOutcome> NoteAsync(string action, DeskUser actor, string name, string what, AccountOutcome outcome)
    {
        await _records.DoneAsync(action, actor, ShortText.Of(name), what, outcome.Faults);
        return outcome;
    }

    private async Task<AccountOutcome> ChangeAsync(DeskUser actor, string name, Func<Account, IReadOnlyList<string>> change)
    {
        if (await _users.FindByNameAsync(name) is not { } account || await _users.FindByNameAsync(name) is not { } before)
            return new([_texts["没有名为“{0}”的账户。", ShortText.Of(name)]]);
        if (change(account) is { Count: > 0 } refused)
            return new(refused);
        if (_rules.FaultsOf(actor, before, account) is { Count: > 0 } faults)
            return new(faults);
        if (await _rules.LeavesNoOwnerAsync(before, account))
            return new([_texts["这是最后一个能管理全站的账户，不能锁定，也不能收回它的角色。"]]);
        // Stores the account with its change, and ends its sessions by another stamp.
        return Outcome(await _users.UpdateSecurityStampAsync(account), null);
    }

    private AccountOutcome Outcome(IdentityResult result, string? password) =>
        result.Succeeded ? new([], password) : new([.. result.Errors.Select(_errors.TextOf).Distinct(StringComparer.Ordinal)]);
}
