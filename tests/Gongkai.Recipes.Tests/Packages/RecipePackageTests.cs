using System.IO.Compression;
using System.Text;
using CsCheck;
using Gongkai.Recipes.Packages;

namespace Gongkai.Recipes.Tests.Packages;

public sealed class RecipePackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-package-").FullName;

    private string Zip => Path.Combine(_folder, "包.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_package_is_imported_with_the_files_beside_its_recipe()
    {
        await using var site = await TestSite.OpenAsync();
        Pack(("Recipe.json", Recipe.Of(Recipe.Definitions, Recipe.Content(Recipe.Notice("a", title: "[file:text('docs/a.txt')]")))), ("docs/", ""), ("docs/a.txt", "包里的文字"));

        await using (var package = await RecipePackage.OpenAsync(Zip, site.SiteFolder, default))
        {
            var report = await site.ImportAsync([package.Source]);
            Assert.Empty(report.Problems);
            Assert.Equal(Zip + "/Recipe.json", package.Source.Name);
        }

        Assert.Equal("包里的文字", (await site.GetAsync("a"))!.DisplayText);
        Assert.Empty(Left(site));
    }

    [Fact]
    public async Task The_recipes_name_in_any_case_and_backslashes_are_understood()
    {
        await using var site = await TestSite.OpenAsync();
        Pack(("recipe.JSON", "{}"), ("docs\\a.txt", "甲"));

        await using var package = await RecipePackage.OpenAsync(Zip, site.SiteFolder, default);

        Assert.Null(package.Source.Folder!.TryOpen("docs/a.txt", out var opened));
        opened!.Dispose();
    }

    public static TheoryData<string, string> Names() => new()
    {
        { "../a.txt", "“..”" },
        { "docs/../../a.txt", "“..”" },
        { "..\\a.txt", "“..”" },
        { "/etc/a.txt", "相对路径" },
        { "C:/a.txt", "相对路径" },
        { "docs//a.txt", "相对路径" },
        { "a\nb.txt", "控制字符" },
        { "RECIPE.json", "两个" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_must_not_be_unpacked_is_refused(string name, string message)
    {
        Pack(("Recipe.json", "{}"), (name, "x"));

        await RefusedAsync(message);
        Assert.False(File.Exists(Path.Combine(_folder, "a.txt")));
    }

    [Fact]
    public async Task A_package_without_a_recipe_is_refused()
    {
        Pack(("folder/Recipe.json", "{}"));

        await RefusedAsync("最外层没有 Recipe.json");
    }

    [Fact]
    public async Task Links_devices_and_encrypted_files_are_refused()
    {
        Pack(("Recipe.json", "{}"), ("link", "/etc/passwd"));
        Change(zip => zip.GetEntry("link")!.ExternalAttributes = unchecked((int)0xA1FF0000));
        await RefusedAsync("链接");

        Change(zip => zip.GetEntry("link")!.ExternalAttributes = 0x21FF0000);
        await RefusedAsync("设备");

        Pack(("Recipe.json", "{}"));
        var bytes = await File.ReadAllBytesAsync(Zip);
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        await File.WriteAllBytesAsync(Zip, bytes);
        await RefusedAsync("加密");
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Create))
        {
            Write(zip, "Recipe.json", "{}"u8);
            using var bomb = zip.CreateEntry("bomb", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
                bomb.Write(zeros);
        }

        await RefusedAsync("200 倍");
    }

    [Fact]
    public async Task An_entry_that_is_not_what_it_says_is_refused()
    {
        Pack(("Recipe.json", new string('x', 5000)));
        var bytes = await File.ReadAllBytesAsync(Zip);
        var listed = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(listed + 24), 10);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), 10);
        await File.WriteAllBytesAsync(Zip, bytes);

        await RefusedAsync("校验和");
    }

    [Fact]
    public async Task Too_many_entries_are_refused()
    {
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Create))
        {
            for (var i = 0; i <= RecipePackage.MaxEntries; i++)
                zip.CreateEntry($"{i}");
        }

        await RefusedAsync("10000 个");
    }

    [Fact]
    public async Task What_a_killed_process_left_goes_and_what_another_is_working_with_stays()
    {
        await using var site = await TestSite.OpenAsync();
        Pack(("Recipe.json", "{}"));
        await using var working = await RecipePackage.OpenAsync(Zip, site.SiteFolder, default);
        var left = Path.Combine(site.SiteFolder.Path("tmp"), "recipe-left");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "a.txt"), "x");
        await File.WriteAllTextAsync(left + ".lock", "");

        RecipePackage.CleanUp(site.SiteFolder);

        Assert.False(Directory.Exists(left) || File.Exists(left + ".lock"));
        Assert.Null(working.Source.Folder!.TryOpen("Recipe.json", out var opened));
        opened!.Dispose();
    }

    [Fact]
    public async Task A_package_with_changed_bytes_is_unpacked_or_refused_and_leaves_nothing()
    {
        await using var site = await TestSite.OpenAsync();
        Pack(("Recipe.json", Recipe.Of(Recipe.Definitions)), ("docs/a.txt", "甲"), ("b.txt", new string('乙', 500)));
        var whole = await File.ReadAllBytesAsync(Zip);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Select(Gen.Int[0, whole.Length]).Sample((changes, cut) =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            File.WriteAllBytes(Zip, cut % 4 == 0 ? bytes[..cut] : bytes);
            try
            {
                var package = RecipePackage.OpenAsync(Zip, site.SiteFolder, default).GetAwaiter().GetResult();
                Assert.All(Directory.EnumerateFileSystemEntries(site.SiteFolder.Path("tmp"), "*", SearchOption.AllDirectories), path => Assert.StartsWith(site.SiteFolder.Path("tmp"), path, StringComparison.Ordinal));
                package.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
            catch (PackageRefusedException fault)
            {
                Assert.Contains("不能导入", fault.Message, StringComparison.Ordinal);
            }
            Assert.Empty(Left(site));
        }, iter: Fuzzing.Iterations(150), time: Fuzzing.Seconds, threads: 1);
    }

    private async Task RefusedAsync(string message)
    {
        await using var site = await TestSite.OpenAsync();
        var fault = await Assert.ThrowsAsync<PackageRefusedException>(() => RecipePackage.OpenAsync(Zip, site.SiteFolder, default));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains(Zip, fault.Message, StringComparison.Ordinal);
        Assert.Empty(Left(site));
    }

    private static IEnumerable<string> Left(TestSite site) => Directory.EnumerateFileSystemEntries(site.SiteFolder.Path("tmp"));

    private void Pack(params (string Name, string Text)[] files)
    {
        File.Delete(Zip);
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
            Write(zip, name, Encoding.UTF8.GetBytes(text));
    }

    private void Change(Action<ZipArchive> change)
    {
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Update);
        change(zip);
    }

    private static void Write(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
