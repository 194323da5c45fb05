using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Tests.Checks;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("身份证号321321198511300022。", TextForm.Plain, "身份证号3213**********0022。")]
    [InlineData("３２１３２１１９８５１１３０００２２", TextForm.Plain, "３２１３**********００２２")]
    [InlineData("321321 19851130 0022", TextForm.Plain, "3213** ******** 0022")]
    [InlineData("321321<b>19851130</b>0022", TextForm.Html, "3213**<b>********</b>0022")]
    [InlineData("&#51;21321198511300022", TextForm.Html, "&#51;213**********0022")]
    [InlineData("32132119851&#49;300022", TextForm.Html, "3213**********0022")]
    [InlineData("321321198511300022", TextForm.Markdown, @"3213\*\*\*\*\*\*\*\*\*\*0022")]
    public void What_is_hidden_becomes_asterisks_and_all_else_stays(string source, TextForm form, string masked)
    {
        var readable = ReadableText.Of(source, form);

        Assert.Equal(masked, MaskingRules.Mask(readable, Find(readable), form));
    }

    [Theory]
    [InlineData("王小明 321321198511300022，13812345678", TextForm.Markdown)]
    [InlineData("| 王小明 | 321321**19851130**0022 | 6228 4801 2345 6789 015 |", TextForm.Markdown)]
    [InlineData("<td>王小明</td><td>321321<i>198511300022</i></td>", TextForm.Html)]
    public void What_was_masked_is_not_found_again(string source, TextForm form)
    {
        var readable = ReadableText.Of(source, form);
        Assert.NotEmpty(Find(readable));

        Assert.Empty(Find(ReadableText.Of(MaskingRules.Mask(readable, Find(readable), form), form)));
    }

    private static IReadOnlyList<PersonalPiece> Find(ReadableText readable) => PersonalData.Find(readable.Text, new(2026, 11, 26), AllowedNumbers.None);
}
