using Gongkai.Content;
using Gongkai.Review.Upkeep.Links;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class LinkRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 4, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly OutsideLink Link = new("id", "https://www.example.gov.cn/");
    private static readonly LinkAnswer Gone = LinkRules.Of(404, null);

    [Theory]
    [InlineData(200, OutsideLinkState.Works)]
    [InlineData(206, OutsideLinkState.Works)]
    [InlineData(304, OutsideLinkState.Works)]
    // There, and not for everybody.
    [InlineData(401, OutsideLinkState.Works)]
    [InlineData(403, OutsideLinkState.Works)]
    [InlineData(404, OutsideLinkState.Fails)]
    [InlineData(410, OutsideLinkState.Fails)]
    [InlineData(405, OutsideLinkState.Fails)]
    [InlineData(500, OutsideLinkState.Fails)]
    [InlineData(503, OutsideLinkState.Fails)]
    [InlineData(429, OutsideLinkState.Waits)]
    public void A_status_means_something(int status, OutsideLinkState expected) => Assert.Equal((expected, status), (LinkRules.Of(status, null).State, LinkRules.Of(status, null).Status));

    [Fact]
    public void A_server_that_says_when_to_come_back_is_no_dead_one() => Assert.Equal(OutsideLinkState.Waits, LinkRules.Of(503, TimeSpan.FromMinutes(30)).State);

    [Fact]
    public void A_link_fails_once_a_day_and_one_answer_makes_it_well()
    {
        var first = After(Link, Gone, 0);
        var again = After(first, Gone, 0);
        var second = After(again, Gone, 1);
        var third = After(second, Gone, 5);

        Assert.Equal((1, Today, Now.AddDays(1)), (first.FailedDays, first.FailingSince, first.NextUtc));
        Assert.Equal((1, Today), (again.FailedDays, again.FailingSince));
        Assert.Equal(2, second.FailedDays);
        Assert.Equal((3, Today, Today.AddDays(5), 404, LinkRules.NotThere), (third.FailedDays, third.FailingSince, third.FailedOn, third.Status, third.Reason));
        var well = After(third, LinkRules.Of(200, null), 6);
        Assert.Equal((0, null, null, "", Now.AddDays(6 + 7)), (well.FailedDays, well.FailingSince, well.FailedOn, well.Reason, well.NextUtc));
    }

    [Fact]
    public void Patience_changes_nothing_of_what_was_known()
    {
        var failing = After(After(Link, Gone, 0), Gone, 1);

        var waiting = After(failing, LinkRules.Of(429, TimeSpan.FromHours(2)), 2);

        Assert.Equal((2, Today, LinkRules.NotThere), (waiting.FailedDays, waiting.FailingSince, waiting.Reason));
        Assert.Equal(Now.AddDays(2).AddHours(2), waiting.NextUtc);
    }

    [Theory]
    [InlineData(null, 360)]
    [InlineData(0, 10)]
    [InlineData(-5, 10)]
    [InlineData(90, 90)]
    [InlineData(99_999_999, 10_080)]
    public void A_server_is_left_alone_as_long_as_it_asks_within_reason(int? minutes, int expected) =>
        Assert.Equal(TimeSpan.FromMinutes(expected), LinkRules.PatienceOf(minutes is { } asked ? TimeSpan.FromMinutes(asked) : null));

    [Theory]
    [InlineData("https://www.example.gov.cn/a?b=1#c", "https://www.example.gov.cn/a?b=1")]
    [InlineData("//www.example.gov.cn", "https://www.example.gov.cn/")]
    [InlineData(" HTTP://WWW.Example.gov.cn:80/ ", "http://www.example.gov.cn/")]
    [InlineData("https://name:word@www.example.gov.cn/", "https://www.example.gov.cn/")]
    [InlineData("https://政务.政务/路径", "https://xn--zfr164b.xn--zfr164b/%E8%B7%AF%E5%BE%84")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("/guide", null)]
    [InlineData("~/guide", null)]
    [InlineData("mailto:a@example.gov.cn", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("ftp://example.gov.cn/", null)]
    [InlineData("https://", null)]
    [InlineData("https://site.gov.cn/inside", null)]
    [InlineData("http://SITE.gov.cn:8080/inside", null)]
    public void An_address_is_asked_for_in_one_form_or_not_at_all(string written, string? expected) => Assert.Equal(expected, OutsideAddress.Of(written, "https://site.gov.cn")?.Address);

    private static OutsideLink After(OutsideLink link, LinkAnswer answer, int days) => LinkRules.After(link, answer, Now.AddDays(days), Today.AddDays(days), 7);
}
