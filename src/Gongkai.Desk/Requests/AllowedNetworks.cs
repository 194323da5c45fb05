using System.Net;

namespace Gongkai.Desk.Requests;

/// <summary>The networks from which the desk can be reached; all when none is named.</summary>
/// <param name="networks">In CIDR notation.</param>
public sealed class AllowedNetworks(IReadOnlyCollection<string> networks)
{
    private readonly IPNetwork[] _networks = [.. networks.Select(IPNetwork.Parse)];

    /// <summary>Whether an address may know of the desk. One that is not known may not, when networks are named.</summary>
    public bool Contains(IPAddress? address)
    {
        if (_networks.Length == 0)
            return true;
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && Array.Exists(_networks, network => network.Contains(plain));
    }

    /// <summary>Whether a text is a network in CIDR notation, as <c>10.0.0.0/8</c>.</summary>
    public static bool IsNetwork(string text) => IPNetwork.TryParse(text, out _);
}
