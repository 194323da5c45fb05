using Gongkai.Desk.Accounts;

namespace Gongkai.Desk.Tests.Accounts;

public sealed class TotpTests
{
    // The secret of RFC 6238, appendix B, "12345678901234567890", in Base32; its codes have eight digits there, of which these are the last six.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(-29, true)]
    [InlineData(90, false)]
    [InlineData(-90, false)]
    public void A_code_holds_around_its_time(int secondsLater, bool holds)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);

        Assert.Equal(holds, Totp.FindStep(Key, Totp.CodeAt(Key, now), now.AddSeconds(secondsLater)) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("abcdef")]
    [InlineData("０５０４７１")]
    [InlineData("050471050471")]
    public void What_is_no_code_is_none(string code) => Assert.Null(Totp.FindStep(Key, code, DateTimeOffset.FromUnixTimeSeconds(1111111111)));

    [Theory]
    [InlineData("")]
    [InlineData("not base 32!")]
    public void What_is_no_key_has_no_code(string key) => Assert.Null(Totp.FindStep(key, "050471", DateTimeOffset.FromUnixTimeSeconds(1111111111)));
}
