using System.Net;
using System.Net.Sockets;

namespace Gongkai.Content;

/// <summary>How much of a caller's address the audit trail keeps: enough to tell the line it came from, no port, no device.</summary>
/// <remarks>IPv4 whole; of IPv6 the first 64 bits, which name the network: the rest names a device, and changes by itself.</remarks>
public static class AuditAddress
{
    /// <summary>The address as it is kept; empty for none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
