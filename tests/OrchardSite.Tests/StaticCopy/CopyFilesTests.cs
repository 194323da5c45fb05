using System.Text;
using CsCheck;
using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>Under which name an address stands in a copy.</summary>
public sealed class CopyFilesTests
{
    [Theory]
    [InlineData("/", 0, "index.html")]
    [InlineData("/", 2, "index~2.html")]
    [InlineData("/guide", 0, "guide.html")]
    [InlineData("/questions/2026", 0, "questions/2026.html")]
    [InlineData("/questions/2026", 3, "questions/2026~3.html")]
    [InlineData("/catalogue/topics/综合政务", 0, "catalogue/topics/综合政务.html")]
    [InlineData("/entries/a b", 0, "entries/a b.html")]
    [InlineData("/reports/2023.pdf", 0, "reports/2023.pdf.html")]
    public void A_page_keeps_its_address(string path, int number, string expected) => Assert.Equal(expected, CopyFiles.FileOf(new(CopyKind.Page, path, number)));

    [Theory]
    [InlineData("Document", "/feeds/all.atom", 0, "feeds/all.atom")]
    [InlineData("Theme", "/GongkaiTheme/gongkai.css", 0, "GongkaiTheme/gongkai.css")]
    [InlineData("Media", "/media/附件/表.docx", 0, "media/附件/表.docx")]
    [InlineData("Media", "/media/a.jpg", 480, "media/a~480.jpg")]
    [InlineData("Media", "/media/a.b/c", 480, "media/a.b/c~480")]
    public void A_file_keeps_its_name(string kind, string path, int number, string expected) => Assert.Equal(expected, CopyFiles.FileOf(new(Enum.Parse<CopyKind>(kind), path, number)));

    [Theory]
    [InlineData("/a:b")]
    [InlineData("/a?b")]
    [InlineData("/a*b")]
    [InlineData("/a\\b")]
    [InlineData("/con")]
    [InlineData("/NUL.txt/x")]
    [InlineData("/com1")]
    [InlineData("/.htaccess")]
    [InlineData("/.git/config")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/a/../b")]
    [InlineData("/a./b")]
    [InlineData("/a /b")]
    [InlineData("/a//b")]
    [InlineData("/index")]
    [InlineData("/404")]
    [InlineData("/Maintenance")]
    [InlineData("/guide.html")]
    [InlineData("/guide.HTML/x")]
    [InlineData("/guide~2")]
    [InlineData("/guide.gz")]
    [InlineData("/e\u0301")]
    [InlineData("/a\u0001b")]
    public void What_a_file_system_cannot_hold_or_another_file_has_gets_a_name_of_its_own(string path)
    {
        var address = new CopyAddress(CopyKind.Page, path);
        var file = CopyFiles.FileOf(address);

        Assert.Contains("~", file, StringComparison.Ordinal);
        Assert.False(CopyFiles.IsPlain(address));
        AssertSafe(file);
    }

    [Theory]
    [InlineData("/a/index", "a/index.html")]
    [InlineData("/a/404", "a/404.html")]
    [InlineData("/console", "console.html")]
    public void What_only_looks_like_it_keeps_its_name(string path, string expected) => Assert.Equal(expected, CopyFiles.FileOf(new(CopyKind.Page, path)));

    [Fact]
    public void Long_names_are_cut_and_stay_apart()
    {
        var (first, second) = (CopyFiles.FileOf(new(CopyKind.Page, "/" + new string('长', 300))), CopyFiles.FileOf(new(CopyKind.Page, "/" + new string('长', 301))));
        var deep = CopyFiles.FileOf(new(CopyKind.Page, string.Concat(Enumerable.Repeat("/" + new string('长', 50), 20))));

        Assert.NotEqual(first, second);
        AssertSafe(first);
        AssertSafe(deep);
        Assert.True(Encoding.UTF8.GetByteCount(deep) <= 1000);
    }

    [Fact]
    public void No_path_leads_out_of_the_folder() => Gen.String[0, 80].Sample(path =>
    {
        foreach (var kind in Enum.GetValues<CopyKind>())
            AssertSafe(CopyFiles.FileOf(new(kind, "/" + path)));
    });

    [Fact]
    public void Two_addresses_never_have_one_name() => Gen.Select(Gen.String[Gen.Char["aA1.~/ -é"], 0, 6], Gen.String[Gen.Char["aA1.~/ -é"], 0, 6]).Sample((one, other) =>
    {
        if (one != other)
            Assert.NotEqual(CopyFiles.FileOf(new(CopyKind.Page, "/" + one)), CopyFiles.FileOf(new(CopyKind.Page, "/" + other)));
    });

    private static void AssertSafe(string file)
    {
        Assert.All(file.Split('/'), name =>
        {
            Assert.NotEmpty(name);
            Assert.True(Encoding.UTF8.GetByteCount(name) <= 240, name);
            Assert.False(name[0] == '.' || name[^1] is '.' or ' ', name);
            Assert.DoesNotContain(name, character => char.IsControl(character) || "<>:\"|?*\\".Contains(character, StringComparison.Ordinal));
        });
        var full = Path.GetFullPath(Path.Combine("/copy", file));
        Assert.StartsWith("/copy/", full, StringComparison.Ordinal);
    }
}
