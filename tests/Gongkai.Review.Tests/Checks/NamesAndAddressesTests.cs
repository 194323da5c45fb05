using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Tests.Checks;

public sealed class NamesAndAddressesTests
{
    [Theory]
    [InlineData("姓名：王小明，身份证号：321321198511300022", "王**")]
    [InlineData("1\t王小明\t321321198511300022\t13812345678", "王**")]
    [InlineData("欧阳小明 13812345678", "欧阳**")]
    [InlineData("联系人：张三 13812345678", "张*")]
    public void A_name_beside_a_number_is_found(string text, string masked) =>
        Assert.Equal(masked, Assert.Single(Find(text), personal => personal.Kind == PersonalKind.Name).Masked(Read(text)));

    [Theory]
    [InlineData("联系人：张三，电话：0527-84123456")]
    [InlineData("王小明同志任局长。")]
    [InlineData("王小明\n13812345678")]
    [InlineData("金额 13812345678")]
    [InlineData("王** 13812345678")]
    public void A_name_alone_and_a_word_that_is_none_are_left(string text) =>
        Assert.DoesNotContain(Find(text), personal => personal.Kind == PersonalKind.Name);

    [Theory]
    [InlineData("家庭住址：甲市乙区丙街道丁路5号3幢201室", "甲市乙区丙街道**********")]
    [InlineData("户籍地址 甲县乙镇丙村3组", "甲县乙镇****")]
    [InlineData("13812345678 甲市乙区幸福花园3幢1单元502室", "甲市乙区*************")]
    [InlineData("321321198511300022 甲县乙镇丙村三组12号", "甲县乙镇*******")]
    public void Where_somebody_lives_is_found(string text, string masked) =>
        Assert.Equal(masked, Assert.Single(Find(text), personal => personal.Kind == PersonalKind.HomeAddress).Masked(Read(text)));

    [Theory]
    [InlineData("地址：甲市乙区青海路1号政务服务中心3号楼201室，电话：0527-84123456")]
    [InlineData("受理地点：甲县乙镇丙村三组12号。")]
    public void Where_an_office_is_is_left(string text) =>
        Assert.DoesNotContain(Find(text), personal => personal.Kind == PersonalKind.HomeAddress);

    private static IReadOnlyList<PersonalPiece> Find(string text) => PersonalData.Find(Read(text), new(2026, 11, 26), AllowedNumbers.None);

    private static string Read(string text) => ReadableText.Of(text, TextForm.Plain).Text;
}
