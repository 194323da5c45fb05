using Gongkai.Catalogue.Entries;

namespace Gongkai.Catalogue.Tests;

public sealed class IndexNumberTests
{
    [Theory]
    [InlineData("000014349/2017-00110", "000014349", 2017, 110)]
    [InlineData("11441700007280420Y/2021-00050", "11441700007280420Y", 2021, 50)]
    [InlineData("014319626/2022-123456", "014319626", 2022, 123456)]
    public void Numbers_of_any_agency_code_are_read(string text, string code, int year, long serial) =>
        Assert.Equal(new IndexNumber(code, year, serial), IndexNumber.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("014319626")]
    [InlineData("014319626/22-1")]
    [InlineData("a b/2022-00001")]
    [InlineData("a/b/2022-00001")]
    [InlineData("014319626/2022-00001x")]
    [InlineData("014319626/2022-99999999999999999999")]
    public void Other_shapes_are_not_index_numbers(string text) => Assert.Null(IndexNumber.Parse(text));

    [Theory]
    [InlineData(1, "014319626/2022-00001")]
    [InlineData(99999, "014319626/2022-99999")]
    [InlineData(100000, "014319626/2022-100000")]
    public void Serials_have_five_digits_and_grow_past_them(long serial, string text) =>
        Assert.Equal(text, new IndexNumber("014319626", 2022, serial).ToString());

    [Fact]
    public void An_entry_s_address_is_its_index_number_without_the_slash() =>
        Assert.Equal("entries/014319626-2022-00001", IndexNumber.RouteOf("014319626/2022-00001"));
}
