using Gongkai.Feedback.Errors;

namespace Gongkai.Feedback.Tests;

/// <summary>What is taken as a report, and what is said where it is not.</summary>
public sealed class ReportFormTests
{
    [Theory]
    [InlineData("/a", "原文", "说明", "", "")]
    [InlineData("/a", "", "说明", "010-12345678", "")]
    [InlineData("/a", "原文", "", "", "")]
    [InlineData("/a", "", "", "", "message")]
    [InlineData("/a", " \r\n\t ", "\u0000\u0007", "", "message")]
    [InlineData("", "", "说明", "", "page")]
    [InlineData("", "", "", "", "page,message")]
    public void Faults(string page, string passage, string message, string contact, string expected) =>
        Assert.Equal(expected, string.Join(',', ReportForm.Of(page, passage, message, contact).Faults.Keys));

    [Theory]
    [InlineData(500, 2000, 100, "")]
    [InlineData(501, 2000, 100, "passage")]
    [InlineData(500, 2001, 100, "message")]
    [InlineData(500, 2000, 101, "contact")]
    public void Lengths(int passage, int message, int contact, string expected) =>
        Assert.Equal(expected, string.Join(',', ReportForm.Of("/a", new('甲', passage), new('乙', message), new('1', contact)).Faults.Keys));

    [Fact]
    public void What_cannot_be_kept_or_seen_is_left_out_and_markup_stays_text()
    {
        var form = ReportForm.Of("/a", "<script>alert(1)</script>\u202e倒\u2066写", "一\r\n二\u0000\u001b[31m\ud800", "a\r\nb");

        Assert.Equal("<script>alert(1)</script>倒写", form.Passage);
        Assert.Equal("一\n二[31m", form.Message);
        Assert.DoesNotContain('\n', form.Contact);
    }
}
