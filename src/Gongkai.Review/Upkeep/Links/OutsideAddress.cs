using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Addresses of other sites as they are asked for.</summary>
internal static class OutsideAddress
{
    // What is longer is nobody's link.
    private const int Longest = 2000;
    private const int LeastOpenPort = 1024;

    /// <summary>The link that an address in a text is; null for one within the site, for one that is not asked for by HTTP, and for one that cannot be read.</summary>
    /// <param name="written">The address as it is written.</param>
    /// <param name="baseUrl">The site's own; empty when it is not said.</param>
    public static OutsideLink? Of(string written, string baseUrl)
    {
        var text = written.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal))
            text = "https:" + text;
        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var address) || !IsWeb(address) || address.Host.Length == 0)
            return null;
        if (baseUrl.Length > 0 && Uri.TryCreate(baseUrl, UriKind.Absolute, out var own) && string.Equals(own.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase))
            return null;
        var plain = Plain(address);
        return plain.Length > Longest || !StorableText.IsStorable(plain) ? null : new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain))), plain);
    }

    /// <summary>Whether an address is asked for by HTTP.</summary>
    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether its port is one at which websites are: no other service is spoken to.</summary>
    public static bool HasOpenPort(Uri address) => address.IsDefaultPort || address.Port is 80 or 443 or >= LeastOpenPort;

    /// <summary>Without what follows <c>#</c>, and without a name and password that somebody may have left in it.</summary>
    private static string Plain(Uri address) => new UriBuilder(address) { Fragment = "", UserName = "", Password = "", Host = address.IdnHost }.Uri.AbsoluteUri;
}
