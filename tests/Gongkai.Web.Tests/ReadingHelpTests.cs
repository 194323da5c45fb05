namespace Gongkai.Web.Tests;

public sealed class ReadingHelpTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("large", "large")]
    [InlineData("contrast.large", "large.contrast")]
    [InlineData("large.larger", "larger")]
    [InlineData("large.large.large", "large")]
    [InlineData("LARGE.\"><script>.line", "line")]
    [InlineData("large..elder.", "large.elder")]
    [InlineData("large.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")]
    public void A_cookie_is_read_as_its_known_words_in_one_order(string? cookie, string expected) => Assert.Equal(expected, ReadingHelp.Normalize(cookie));

    [Theory]
    [InlineData("", "large", "large")]
    [InlineData("large.line", "larger", "larger.line")]
    [InlineData("larger.line", "standard", "line")]
    [InlineData("line", "contrast", "contrast.line")]
    [InlineData("contrast.line", "contrast", "line")]
    [InlineData("larger.contrast.elder.line", "none", "")]
    [InlineData("line", "blink", "line")]
    [InlineData("line", null, "line")]
    public void A_button_chooses_a_size_or_turns_a_help_on_and_off(string cookie, string? pressed, string expected) => Assert.Equal(expected, ReadingHelp.Press(cookie, pressed));
}
