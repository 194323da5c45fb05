using System.Net;
using System.Net.Sockets;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Which addresses of the network are everybody's. All others are somebody's inner network: a text of the site must not lead the site's own server there.</summary>
/// <remarks>IANA's registries of special-purpose addresses (RFC 6890). What is not known to be public is not.</remarks>
public static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is everybody's. One that carries another address, as IPv6 does that of IPv4, is what that one is.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(NotPublic, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        var bytes = address.GetAddressBytes();
        if (Translated.Contains(address))
            return IsPublic(new(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(address))
            return IsPublic(new(bytes.AsSpan(2, 4)));
        return Global.Contains(address) && !Array.Exists(NotPublic, network => network.Contains(address));
    }
}
