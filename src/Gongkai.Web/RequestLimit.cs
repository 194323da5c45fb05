using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>How often something may be asked for in a minute: by one network address, and by all together. Counted in memory; nothing of it is kept.</summary>
public sealed class RequestLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _ofOne;
    private readonly FixedWindowRateLimiter _ofAll;

    /// <summary>A limit.</summary>
    /// <param name="ofOne">How often one address may.</param>
    /// <param name="ofAll">How often all together may.</param>
    public RequestLimit(int ofOne, int ofAll)
    {
        _ofOne = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => Options(ofOne)));
        _ofAll = new(Options(ofAll));
    }

    /// <summary>Whether it may be done once more now; counts it.</summary>
    public bool TryTake(HttpContext http) => TryTake(http.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <summary>Whether it may be done once more now; counts it.</summary>
    public bool TryTake(IPAddress address)
    {
        using var own = _ofOne.AttemptAcquire(NetworkOf(address));
        if (!own.IsAcquired)
            return false;
        using var all = _ofAll.AttemptAcquire();
        return all.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ofOne.Dispose();
        _ofAll.Dispose();
    }

    // Whoever has one IPv6 address has a network of them.
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    private static FixedWindowRateLimiterOptions Options(int permits) => new() { PermitLimit = permits, Window = Window, QueueLimit = 0, AutoReplenishment = true };
}
