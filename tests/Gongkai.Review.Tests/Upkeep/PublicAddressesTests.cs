using System.Net;
using Gongkai.Review.Upkeep.Links;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("114.114.114.114")]
    [InlineData("202.106.0.20")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:114.114.114.114")]
    [InlineData("64:ff9b::7272:7272")]
    [InlineData("2002:7272:7272::1")]
    public void What_is_everybodys_may_be_asked(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    // This host, loopback, unspecified.
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    // Private and shared networks.
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fec0::1")]
    // Link-local: where clouds answer with keys.
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    // Documentation, tests, reserved.
    [InlineData("192.0.2.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("198.19.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("240.0.0.1")]
    // Multicast and broadcast.
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    // One inside the other.
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::7272:7272")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    public void What_is_somebodys_inner_network_may_not(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));
}
