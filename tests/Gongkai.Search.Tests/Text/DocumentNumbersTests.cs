using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Text;

public sealed class DocumentNumbersTests
{
    [Theory]
    [InlineData("苏政发〔2021〕5号", "苏政发|2021|5")]
    [InlineData("蘇政發[2021]5號", "苏政发|2021|5")]
    [InlineData("苏政发【2021】第 05 号", "苏政发|2021|5")]
    [InlineData("苏政发（2021）5号", "苏政发|2021|5")]
    [InlineData("冀政字〔2019〕31号", "冀政|2019|31")]
    [InlineData("國務院令第711號", "国务院令||711")]
    [InlineData("中华人民共和国国务院第711号令", "国务院令||711")]
    [InlineData("勞職授字第10802003672號", "劳职授||10802003672")]
    [InlineData("014319626/2022-00001", "014319626/2022-00001")]
    [InlineData(" ", null)]
    public void A_number_has_one_token_however_it_is_written(string number, string? token) => Assert.Equal(token, DocumentNumbers.Token(number));

    [Theory]
    [InlineData("振兴的实施意见冀政字[2019]31号", "冀政字〔2019〕31号")]
    [InlineData("请问 苏政发 2021 5号 在哪里", "苏政发〔2021〕5号")]
    [InlineData("014319626/2022-00001 年度报告", "014319626/2022-00001")]
    [InlineData("国务院第711号令", "国务院令第711号")]
    public void A_query_that_names_a_number_finds_its_token(string query, string number) =>
        Assert.Contains(DocumentNumbers.Token(number), DocumentNumbers.Candidates(query));
}
