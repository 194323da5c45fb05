using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Tests.Checks;

public sealed class NumberTests
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("电话：１３８１２３４５６７８。", "138****5678")]
    [InlineData("138 1234 5678", "138 **** 5678")]
    [InlineData("138-1234-5678", "138-****-5678")]
    [InlineData("+8613812345678", "138****5678")]
    [InlineData("+86 138 1234 5678", "138 **** 5678")]
    [InlineData("008619912345678", "199****5678")]
    [InlineData("138**1234**5678", "138****5678")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8")]
    public void Mobile_numbers_are_found(string text, string masked)
    {
        var read = ReadableText.Of(text, TextForm.Markdown).Text;

        Assert.Equal(masked, Assert.Single(PhoneNumbers.FindMobile(read)).Masked(read));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("400-800-1234")]
    [InlineData("12812345678")]
    [InlineData("13812345678元")]
    [InlineData("13812345678.00")]
    [InlineData("138123456789")]
    [InlineData("GB13812345678")]
    [InlineData("2013-14 15678 901")]
    [InlineData("138****5678")]
    [InlineData("13 812 345 678")]
    [InlineData("1381234\n5678")]
    public void What_is_no_mobile_number_is_not_found(string text) =>
        Assert.Empty(PhoneNumbers.FindMobile(ReadableText.Of(text, TextForm.Markdown).Text));

    [Theory]
    [InlineData("0527-84123456", "0527-****3456")]
    [InlineData("（0527）8412345", "0527)***2345")]
    [InlineData("010-65123456", "010-****3456")]
    [InlineData("021 6512 3456", "021 **** 3456")]
    [InlineData("05278412345", "0527***2345")]
    public void Landlines_are_found_by_their_area_code(string text, string masked)
    {
        var read = ReadableText.Of(text, TextForm.Plain).Text;

        Assert.Equal(masked, Assert.Single(PhoneNumbers.FindLandline(read)).Masked(read));
    }

    [Theory]
    [InlineData("84123456")]
    [InlineData("2021-00050")]
    [InlineData("2021-0527-8412345")]
    [InlineData("010-6512345")]
    [InlineData("0527-12345")]
    [InlineData("026-65123456")]
    [InlineData("0.0527841234")]
    public void What_is_no_landline_is_not_found(string text) => Assert.Empty(PhoneNumbers.FindLandline(text));

    [Theory]
    [InlineData("6228480123456789015")]
    [InlineData("6228 4801 2345 6789 015")]
    [InlineData("622848 0123456789015")]
    public void Bank_cards_are_found(string text) => Assert.Single(BankCards.Find(text));

    [Theory]
    [InlineData("6228480123456789010", "the check digit is another")]
    [InlineData("1228480123456789015", "no issuer")]
    [InlineData("62284801234567890150", "twenty digits")]
    [InlineData("6228480-123456789015", "not how a card is written")]
    [InlineData("6228***********9015", "masked already")]
    [InlineData("11441700007280420Y/2021-00050", "an index number")]
    public void What_is_no_card_is_not_found(string text, string why)
    {
        Assert.NotEmpty(why);
        Assert.Empty(BankCards.Find(text));
    }

    [Fact]
    public void An_identity_number_that_passes_for_a_card_is_one_thing_only()
    {
        const string Number = "620102199001010257";

        Assert.Equal(PersonalKind.IdentityNumber, Assert.Single(PersonalData.Find(Number, new(2026, 1, 1), AllowedNumbers.None)).Kind);
    }

    [Theory]
    [InlineData("0527-8435 0000", "0527-84350000", true)]
    [InlineData("0527-84350001", "0527-8435*", true)]
    [InlineData("13812345678", "138 1234 5678", true)]
    [InlineData("13812345679", "138 1234 5678", false)]
    [InlineData("13812345678", "1381", false)]
    public void What_the_office_makes_public_itself_is_allowed(string text, string allowed, bool isAllowed) =>
        Assert.Equal(isAllowed, PersonalData.Find(text, new(2026, 1, 1), new([allowed])).Count == 0);
}
