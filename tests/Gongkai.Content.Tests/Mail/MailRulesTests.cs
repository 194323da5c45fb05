namespace Gongkai.Content.Tests.Mail;

/// <summary>How long a mail that was not taken waits, and what is shown of an address.</summary>
public sealed class MailRulesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 30)]
    [InlineData(4, 120)]
    [InlineData(7, 1440)]
    [InlineData(8, null)]
    [InlineData(100, null)]
    public void Waits_grow_and_end(int attempts, int? minutes) =>
        Assert.Equal(minutes is { } given ? TimeSpan.FromMinutes(given) : null, OutboxDelivery.WaitAfter(attempts));

    [Theory]
    [InlineData("zhang.san@example.com", "z•••@example.com")]
    [InlineData("a@b@c.cn", "a•••@c.cn")]
    [InlineData("", "")]
    [InlineData("nonsense", "•••")]
    public void An_address_is_masked(string address, string masked) => Assert.Equal(masked, MaskedAddress.Of(address));

    [Theory]
    [InlineData("550 5.1.1 <zhang.san@example.com>: no such user (zhang.san@example.com)", "550 5.1.1 <z•••@example.com>: no such user (z•••@example.com)")]
    [InlineData("421 try later", "421 try later")]
    [InlineData("张三@example.com", "张•••@example.com")]
    public void A_text_names_nobody(string text, string masked) => Assert.Equal(masked, MaskedAddress.In(text));
}
