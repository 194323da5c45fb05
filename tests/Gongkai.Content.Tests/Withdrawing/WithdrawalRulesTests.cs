namespace Gongkai.Content.Tests;

public sealed class WithdrawalRulesTests
{
    /// <summary>What each of the ways needs.</summary>
    [Theory]
    [InlineData(WithdrawalWay.Unsaid, null, null, false, "")]
    [InlineData(WithdrawalWay.Unsaid, "b", null, false, "Way")]
    [InlineData(WithdrawalWay.Unsaid, null, null, true, "Way")]
    [InlineData(WithdrawalWay.Mistake, null, null, false, "")]
    [InlineData(WithdrawalWay.Mistake, null, "/guide", true, "")]
    [InlineData(WithdrawalWay.Mistake, "b", null, true, "")]
    [InlineData(WithdrawalWay.Mistake, null, null, true, "TargetPath")]
    [InlineData(WithdrawalWay.Mistake, null, "/guide", false, "Redirects")]
    [InlineData(WithdrawalWay.Mistake, "b", "/guide", true, "TargetPath")]
    [InlineData(WithdrawalWay.Replaced, "b", null, true, "")]
    [InlineData(WithdrawalWay.Replaced, "b", null, false, "")]
    [InlineData(WithdrawalWay.Replaced, null, null, true, "TargetId")]
    [InlineData(WithdrawalWay.Replaced, "", null, true, "TargetId")]
    [InlineData(WithdrawalWay.Replaced, "a", null, true, "TargetId")]
    public void A_way_needs_what_it_leads_to(WithdrawalWay way, string? target, string? path, bool redirects, string fault) =>
        Assert.Equal(fault, string.Join(' ', WithdrawalRules.FaultsOf("a", new(way, target, path, redirects)).Select(error => error.Path)));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/guide", true)]
    [InlineData("/目录/甲", true)]
    [InlineData("guide", false)]
    [InlineData("//example.org", false)]
    [InlineData("https://example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/\\example.org", false)]
    [InlineData("/a?b=c", false)]
    [InlineData("/a#b", false)]
    [InlineData("/%2F%2Fexample.org", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("/\"><script>", false)]
    public void Readers_are_led_to_addresses_of_the_site_only(string path, bool isRight) =>
        Assert.Equal(isRight, WithdrawalRules.FaultsOf("a", new(WithdrawalWay.Mistake, TargetPath: path, Redirects: true)).Count == 0);

    [Fact]
    public void An_explanation_is_short_and_can_be_stored()
    {
        Assert.Empty(WithdrawalRules.FaultsOf("a", new(WithdrawalWay.Mistake, Explanation: new('字', WithdrawalRules.LongestExplanation))));
        Assert.Single(WithdrawalRules.FaultsOf("a", new(WithdrawalWay.Mistake, Explanation: new('字', WithdrawalRules.LongestExplanation + 1))));
        Assert.Single(WithdrawalRules.FaultsOf("a", new(WithdrawalWay.Mistake, Explanation: "\ud800")));
        Assert.Single(WithdrawalRules.FaultsOf("a", new(WithdrawalWay.Mistake, TargetPath: "/" + new string('a', 1000), Redirects: true)));
    }
}
