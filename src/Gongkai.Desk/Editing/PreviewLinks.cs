using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Desk.Editing;

/// <summary>What a preview link shows: a stored version, or an editor's working copy.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="VersionId">The version; null for a working copy.</param>
/// <param name="UserName">Whose working copy; null for a version.</param>
internal sealed record PreviewTarget(string ContentItemId, string ContentType, string? VersionId, string? UserName);

/// <summary>Makes and reads the links of previews: sealed, so that nobody makes one up or reads one, and good for a day.</summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Gongkai.Desk.Preview").ToTimeLimitedDataProtector();

    /// <summary>The link's last segment.</summary>
    public string Seal(PreviewTarget target) => _protector.Protect(JsonSerializer.Serialize(target), Lifetime);

    /// <summary>What a link shows; null when it is forged, damaged or too old, which is all one to whoever asks.</summary>
    public PreviewTarget? Open(string seal)
    {
        try
        {
            return JsonSerializer.Deserialize<PreviewTarget>(_protector.Unprotect(seal));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
