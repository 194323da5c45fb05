namespace Gongkai.Content.Tests.Search;

public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("第三条", "<mark>审查</mark>的原则")]
    [InlineData("第三条 审", "<mark>查</mark>的原则")]
    [InlineData("第四条", "第<mark>三</mark>条 <mark>审查</mark>的原则")]
    [InlineData("", "第<mark>三</mark>条 <mark>审查</mark>的原则")]
    [InlineData(null, "第<mark>三</mark>条 <mark>审查</mark>的原则")]
    [InlineData("第三条 审查的原则", "第<mark>三</mark>条 <mark>审查</mark>的原则")]
    public void What_is_said_beside_a_text_is_not_said_again_in_it(string? beginning, string html) =>
        Assert.Equal(html, new MarkedText("第三条 审查的原则", [1..2, 4..6]).Without(beginning).ToHtml());
}
