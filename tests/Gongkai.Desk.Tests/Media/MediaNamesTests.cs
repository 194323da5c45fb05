using Gongkai.Desk.Media;

namespace Gongkai.Desk.Tests.Media;

/// <summary>A name that every file system and every address takes.</summary>
public sealed class MediaNamesTests
{
    [Theory]
    [InlineData("通知.PDF", "通知", "pdf")]
    [InlineData("C:\\文件\\表 一.xlsx", "表 一", "xlsx")]
    [InlineData("../../etc/passwd", "passwd", "")]
    [InlineData("a<b>:c|d?.docx", "a-b--c-d", "docx")]
    [InlineData("..pdf", "file", "pdf")]
    [InlineData("CON.txt", "file-CON", "txt")]
    [InlineData("附件1：说明（定稿）.doc", "附件1：说明（定稿）", "doc")]
    [InlineData("  .jpg", "jpg", "")]
    public void A_name_is_made_usable(string given, string stem, string extension) => Assert.Equal((stem, extension), MediaNames.Of(given));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var (stem, _) = MediaNames.Of(new string('汉', 200) + ".pdf");

        Assert.Equal(50, stem.Length);
        Assert.Null(Gongkai.Content.MediaPath.FaultOf(stem + ".pdf"));
    }

    [Theory]
    [InlineData("/通知/2026/", "通知/2026")]
    [InlineData(" a \\ b ", "a/b")]
    [InlineData(null, "")]
    public void A_folder_is_written_one_way(string? typed, string folder) => Assert.Equal(folder, MediaNames.Folder(typed));
}
