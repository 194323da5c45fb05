using Gongkai.Subscriptions.Asking;

namespace Gongkai.Subscriptions.Tests;

/// <summary>Mails go to addresses that every mail server takes, and nowhere else.</summary>
public sealed class MailAddressRulesTests
{
    [Theory]
    [InlineData("name@example.com", "name@example.com")]
    [InlineData("  name@example.com\t", "name@example.com")]
    [InlineData("Name.Surname+news@EXAMPLE.Gov.CN", "Name.Surname+news@example.gov.cn")]
    [InlineData("ｎａｍｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "name@example.com")]
    [InlineData("a@b.cn", "a@b.cn")]
    [InlineData("o'brien@example.com", "o'brien@example.com")]
    [InlineData("name@例子.中国", "name@xn--fsqu00a.xn--fiqs8s")]
    [InlineData("name@xn--fsqu00a.xn--fiqs8s", "name@xn--fsqu00a.xn--fiqs8s")]
    public void What_can_be_sent_to_has_one_spelling(string typed, string address)
    {
        Assert.Equal(address, MailAddressRules.Normalize(typed));
        Assert.Equal(address, MailAddressRules.Normalize(address));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("name")]
    [InlineData("@example.com")]
    [InlineData("name@")]
    [InlineData("name@localhost")]
    [InlineData("name@example..com")]
    [InlineData("name@-example.com")]
    [InlineData("name@example-.com")]
    [InlineData("name@example.com.")]
    [InlineData("name@127.0.0.1")]
    [InlineData("name@[127.0.0.1]")]
    [InlineData(".name@example.com")]
    [InlineData("name.@example.com")]
    [InlineData("na..me@example.com")]
    [InlineData("na me@example.com")]
    [InlineData("\"na me\"@example.com")]
    [InlineData("姓名@example.com")]
    [InlineData("name@exam ple.com")]
    [InlineData("name@example.com\r\nBcc: other@example.com")]
    [InlineData("name\r\nBcc:other@example.com")]
    [InlineData("name@example.com,other@example.com")]
    [InlineData("name@example.com;other@example.com")]
    [InlineData("Name <name@example.com>")]
    [InlineData("<script>@example.com")]
    [InlineData("name@exa_mple.com")]
    [InlineData("name@example.com\0")]
    [InlineData("name@\ud800.com")]
    [InlineData("a@b@example.com")]
    public void What_cannot_is_refused(string? typed) => Assert.Null(MailAddressRules.Normalize(typed));

    [Fact]
    public void What_is_longer_than_a_mail_server_takes_is_refused()
    {
        Assert.NotNull(MailAddressRules.Normalize(new string('a', 64) + "@example.com"));
        Assert.Null(MailAddressRules.Normalize(new string('a', 65) + "@example.com"));
        Assert.Null(MailAddressRules.Normalize($"a@{new string('b', 64)}.com"));
        Assert.Null(MailAddressRules.Normalize("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5))));
        Assert.Null(MailAddressRules.Normalize(new string('a', 100_000) + "@example.com"));
    }
}
