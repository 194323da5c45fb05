using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>An account as its row keeps it: the key of the authenticator app and the recovery codes sealed with the site's keys, all else as it is.</summary>
/// <remarks>What earlier versions stored open is read as it is and sealed when the account is next stored. The seal is of one account: copied to another row it does not open.</remarks>
internal sealed class AccountJson(IDataProtectionProvider protection, ILogger<AccountJson> logger)
{
    private const string Sealed = "Sealed";

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.Accounts.SecondFactor");

    /// <summary>The account's JSON.</summary>
    /// <param name="account">The account.</param>
    /// <param name="stored">What is stored of it; null for a new one.</param>
    public string Write(Account account, string? stored = null)
    {
        var json = JsonSerializer.SerializeToNode(account)!.AsObject();
        (json[nameof(Account.AuthenticatorKey)], json[nameof(Account.RecoveryCodes)]) = (null, new JsonArray());
        if (account.AuthenticatorKey is not null || account.RecoveryCodes.Count > 0)
            json[Sealed] = ProtectorOf(account.Id).Protect(JsonSerializer.Serialize(new Secrets(account.AuthenticatorKey, account.RecoveryCodes)));
        // Nobody turned it off, so it could not be read: with the right keys it can be again.
        else if (account.HasTwoFactor && SealOf(stored) is { } unread)
            json[Sealed] = unread;
        return json.ToJsonString();
    }

    /// <summary>The account of a row. Secrets that do not open are missing, so no code is right until the keys are back or the second factor is reset.</summary>
    public Account Read(AccountRow row)
    {
        var account = JsonSerializer.Deserialize<Account>(row.Json) ?? throw new StorageException($"账户 {row.NormalizedName} 的数据读不出来。");
        account.ConcurrencyStamp = row.ConcurrencyStamp;
        if (SealOf(row.Json) is not { } seal)
            return account;
        try
        {
            var secrets = JsonSerializer.Deserialize<Secrets>(ProtectorOf(account.Id).Unprotect(seal));
            (account.AuthenticatorKey, account.RecoveryCodes) = (secrets?.AuthenticatorKey, secrets?.RecoveryCodes ?? []);
        }
        catch (CryptographicException fault)
        {
            logger.LogError(fault, "账户 {Name} 的两步验证密钥解不开：加密它的密钥不在密钥文件夹（Desk:KeysFolder）里。请把原来的密钥文件放回去，或取消这个账户的两步验证后重新设置。", account.Name);
        }

        return account;
    }

    private static string? SealOf(string? json) => json is null ? null : JsonNode.Parse(json)?[Sealed]?.GetValue<string>();

    private IDataProtector ProtectorOf(string id) => _protector.CreateProtector(id);

    private sealed record Secrets(string? AuthenticatorKey, IReadOnlyList<string> RecoveryCodes);
}
