using Gongkai.Search.Log;
using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Log;

public sealed class PrivateNumbersTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x 的社保")]
    [InlineData("身份证110105194912310021X查询11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105 19491231 002X")]
    [InlineData("110105-1949-1231-002X")]
    [InlineData("13800138000")]
    [InlineData("张三 138 0013 8000 2021年")]
    [InlineData("138-0013-8000")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("008613800138000")]
    [InlineData("5x13800138000")]
    [InlineData("0512-65221234")]
    [InlineData("(0512) 6522 1234")]
    [InlineData("01065221234")]
    [InlineData("+86 10 6522 1234")]
    [InlineData("65221234")]
    [InlineData("6522-1234")]
    [InlineData("6222021234567890128")]
    [InlineData("卡号6222 0212 3456 7890 128")]
    [InlineData("4111 1111 1111 1111")]
    public void A_number_of_a_person_is_found_however_it_is_grouped(string query) => Assert.True(PrivateNumbers.Has(HanFolding.Fold(query)));

    [Theory]
    [InlineData("公积金")]
    [InlineData("苏政发〔2021〕5号")]
    [InlineData("国务院令第711号")]
    [InlineData("12345")]
    [InlineData("20211231")]
    [InlineData("2021-12-31")]
    [InlineData("2021年12月31日至2022年1月1日")]
    [InlineData("014149466/2021-00012")]
    [InlineData("11320500MB1234567K/2021-00001")]
    [InlineData("2021 2022 2023")]
    [InlineData("500x300")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("")]
    public void Other_numbers_are_kept(string query) => Assert.False(PrivateNumbers.Has(HanFolding.Fold(query)));

    [Fact]
    public void Only_the_digits_that_check_the_others_make_a_number_one()
    {
        // That of an identity card, and that of a bank card of as many digits.
        Assert.Equal("8x", string.Concat("0123456789x".Where(last => PrivateNumbers.Has("11010519491231002" + last))));
    }
}
