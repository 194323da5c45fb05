using System.Net;

namespace Gongkai.Content.Tests;

public sealed class AuditAddressTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("::1", "::1")]
    [InlineData("2001:db8:12:34:56:78:9a:bc", "2001:db8:12:34::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    public void An_address_names_the_line_and_not_the_device(string address, string kept) => Assert.Equal(kept, AuditAddress.Of(IPAddress.Parse(address)));

    [Fact]
    public void Without_a_request_there_is_none() => Assert.Equal("", AuditAddress.Of(null));
}
