using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Tests.Checks;

public sealed class IdentityNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("11010519491231002X", TextForm.Plain)]
    [InlineData("11010519491231002x", TextForm.Plain)]
    [InlineData("11010519491231002×", TextForm.Plain)]
    [InlineData("321321198511300022", TextForm.Plain)]
    [InlineData("321321 19851130 0022", TextForm.Plain)]
    [InlineData("321321-19851130-0022", TextForm.Plain)]
    [InlineData("3 2 1 3 2 1 1 9 8 5 1 1 3 0 0 0 2 2", TextForm.Plain)]
    [InlineData("３２１３２１１９８５１１３０００２２", TextForm.Plain)]
    [InlineData("３21321—19851130—0022", TextForm.Plain)]
    [InlineData("321321\u200B19851130\u200B0022", TextForm.Plain)]
    [InlineData("321321**19851130**0022", TextForm.Markdown)]
    [InlineData("*321321*198511300022", TextForm.Markdown)]
    [InlineData("321321\\-19851130\\-0022", TextForm.Markdown)]
    [InlineData("321321<b>19851130</b>0022", TextForm.Markdown)]
    [InlineData("321321<span style=\"color:red\">19851130</span>&#48;022", TextForm.Html)]
    [InlineData("321321&nbsp;19851130&nbsp;0022", TextForm.Html)]
    public void A_number_is_found_however_it_is_written_and_its_place_is_that_of_the_source(string written, TextForm form)
    {
        foreach (var (before, after) in new[] { ("", ""), ("身份证号：", "。"), ("王某（", "），"), ("1 ", " 13800138000"), ("|", "|") })
        {
            var source = before + written + after;
            var readable = ReadableText.Of(source, form);

            var found = Assert.Single(IdentityNumbers.Find(readable.Text, Today));
            var piece = readable.InSource(found.Piece);

            var inner = written.TrimStart('*');
            Assert.Equal(source.IndexOf(inner, StringComparison.Ordinal), piece.Start);
            Assert.Equal(inner, source.Substring(piece.Start, piece.Length));
        }
    }

    [Theory]
    [InlineData("321321198511300020", "the check digit is another")]
    [InlineData("991321198511300022", "no such province")]
    [InlineData("321321198513300022", "no such month")]
    [InlineData("321321203011300022", "not born yet")]
    [InlineData("A321321198511300022", "the end of a code")]
    [InlineData("3213211985113000220", "the beginning of a longer number")]
    [InlineData("321321198511300022B", "the beginning of a code")]
    [InlineData("0.321321198511300022", "the digits behind a point")]
    [InlineData("3213**********0022", "masked already")]
    [InlineData("11441700007280420Y/2021-00050", "an index number")]
    [InlineData("000014349/2017-00110", "an index number")]
    [InlineData("91320000134790012X", "a unified social credit code")]
    [InlineData("海政发〔2021〕13号 2021年3月7日 1990.03.07 123456789元", "numbers of documents, days, amounts")]
    [InlineData("321321\n198511300022", "two lines")]
    public void What_is_no_number_of_a_person_is_not_found(string text, string why)
    {
        Assert.NotEmpty(why);
        Assert.Empty(IdentityNumbers.Find(ReadableText.Of(text, TextForm.Markdown).Text, Today));
    }

    [Fact]
    public void What_is_a_credit_code_as_well_is_one_where_the_text_says_so()
    {
        const string Both = "523269197904149264";

        Assert.Empty(IdentityNumbers.Find("统一社会信用代码：" + Both, Today));
        Assert.Single(IdentityNumbers.Find("身份证号：" + Both, Today));
    }
}
