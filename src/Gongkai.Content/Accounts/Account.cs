namespace Gongkai.Content;

/// <summary>An account of the desk as it is stored. Its password is known by its hash only.</summary>
public sealed class Account
{
    /// <summary>Identifies the account, also when it is renamed.</summary>
    public string Id { get; set; } = "";

    /// <summary>The sign-in name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name as names are compared: no two accounts have it.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>What people read.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The number of the person at their organisation (工号): accounts with the same one are one person's. Empty when it is not said.</summary>
    public string StaffNumber { get; set; } = "";

    /// <summary>The password's hash; null when the account signs in elsewhere only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes when sessions are to end: with password, roles, issuers, lock and second factor.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changes at every write: who read an older one changes nothing.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>The names of its roles.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>The issuers whose items are its own; empty for all.</summary>
    public IReadOnlyList<string> Issuers { get; set; } = [];

    /// <summary>Until when nobody can sign in, UTC; null when not locked.</summary>
    public DateTime? LockedUntilUtc { get; set; }

    /// <summary>How often in a row signing in failed.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>Whether a second factor is asked for.</summary>
    public bool HasTwoFactor { get; set; }

    /// <summary>The secret shared with an authenticator app, Base32; null when none was made.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last step of time whose code was used: no code is good twice.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>SHA-256 hashes of the recovery codes that were not used yet, hexadecimal.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Whether the password was given by somebody else and is to be changed first of all.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Who this is at the organisation's own sign-in (<c>sub</c> of OpenID Connect); null when not linked.</summary>
    public string? ExternalId { get; set; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When somebody last signed in, UTC.</summary>
    public DateTime? LastSignInUtc { get; set; }

    /// <summary>From where that was, as <see cref="AuditAddress"/> writes it; null when not known.</summary>
    public string? LastSignInFrom { get; set; }

    /// <summary>The sign-in before the last one, UTC: what somebody who is there now can compare with what they remember.</summary>
    public DateTime? EarlierSignInUtc { get; set; }

    /// <summary>From where that was; null when not known.</summary>
    public string? EarlierSignInFrom { get; set; }

    /// <summary>Whether an administrator locked it: not for minutes, but until unlocked.</summary>
    public bool IsLocked => LockedUntilUtc is { Year: > 9000 };

    /// <summary>Notes a sign-in; the one before stays known.</summary>
    public void NoteSignIn(DateTime utc, string from) =>
        (EarlierSignInUtc, EarlierSignInFrom, LastSignInUtc, LastSignInFrom) = (LastSignInUtc, LastSignInFrom, utc, from);

    /// <summary>The person as the rules of permission see them.</summary>
    public DeskUser ToUser() => new(Name, DisplayName.Length > 0 ? DisplayName : Name, Roles, Issuers);
}

/// <summary>Port: the accounts of the desk, beside what signing in needs of them.</summary>
public interface IAccounts
{
    /// <summary>All accounts by name.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether there is any.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken = default);

    /// <summary>The issuers of an account by its name, from memory; empty for one of every office and for one that does not exist.</summary>
    IReadOnlyList<string> IssuersOf(string name);
}
