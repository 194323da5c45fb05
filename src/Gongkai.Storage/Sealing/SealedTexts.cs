using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>Texts that the database keeps sealed with the site's keys: how to reach people.</summary>
/// <remarks>The seal is of one row: copied to another it does not open.</remarks>
internal sealed class SealedTexts(IDataProtectionProvider protection, ILogger<SealedTexts> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.Sealed");

    /// <summary>A text, sealed; empty stays empty.</summary>
    /// <param name="purpose">What it is, as <c>subscription</c>.</param>
    /// <param name="id">The row.</param>
    /// <param name="text">The text.</param>
    public string Seal(string purpose, string id, string text) => text.Length == 0 ? "" : _protector.CreateProtector(purpose, id).Protect(text);

    /// <summary>The text under a seal; empty, and told to the log, when it does not open.</summary>
    public string Open(string purpose, string id, string seal)
    {
        if (seal.Length == 0)
            return "";
        try
        {
            return _protector.CreateProtector(purpose, id).Unprotect(seal);
        }
        catch (CryptographicException fault)
        {
            logger.LogError(fault, "{Purpose} {Id} 中加密的内容解不开：加密它的密钥不在密钥文件夹（Desk:KeysFolder）里。请把原来的密钥文件放回去。", purpose, id);
            return "";
        }
    }
}
