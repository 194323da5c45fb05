using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Tests.Reading;

public sealed class RecipeFolderTests : IDisposable
{
    private readonly string _outside = Directory.CreateTempSubdirectory("gongkai-folder-").FullName;

    public RecipeFolderTests()
    {
        Directory.CreateDirectory(Inside("docs"));
        File.WriteAllText(Inside("docs/a.txt"), "甲");
        File.WriteAllText(Path.Combine(_outside, "secret.txt"), "密");
    }

    private RecipeFolder Folder => new(Inside(""));

    [Theory]
    [InlineData("docs/a.txt")]
    [InlineData("docs\\a.txt")]
    public void A_file_below_the_recipe_is_opened(string path) => Assert.Equal("甲", Read(path));

    [Theory]
    [InlineData("", "相对路径")]
    [InlineData("/etc/passwd", "相对路径")]
    [InlineData("\\\\host\\share\\a", "相对路径")]
    [InlineData("C:\\a.txt", "相对路径")]
    [InlineData("docs//a.txt", "相对路径")]
    [InlineData("docs/a.txt\0", "相对路径")]
    [InlineData("../secret.txt", "“..”")]
    [InlineData("docs/../../secret.txt", "“..”")]
    [InlineData("..\\secret.txt", "“..”")]
    [InlineData("docs/b.txt", "没有文件")]
    [InlineData("docs", "没有文件")]
    public void What_is_not_below_the_recipe_is_refused(string path, string message) => Assert.Contains(message, Refusal(path), StringComparison.Ordinal);

    [Fact]
    public void A_link_that_leads_out_is_refused_and_one_that_stays_inside_is_followed()
    {
        File.CreateSymbolicLink(Inside("out.txt"), "../secret.txt");
        File.CreateSymbolicLink(Inside("in.txt"), "docs/a.txt");
        Directory.CreateSymbolicLink(Inside("up"), "..");
        File.CreateSymbolicLink(Inside("again.txt"), "out.txt");
        File.CreateSymbolicLink(Inside("circle.txt"), "circle.txt");

        Assert.Equal("甲", Read("in.txt"));
        Assert.Contains("链接", Refusal("out.txt"), StringComparison.Ordinal);
        Assert.Contains("链接", Refusal("up/secret.txt"), StringComparison.Ordinal);
        Assert.Contains("链接", Refusal("again.txt"), StringComparison.Ordinal);
        Assert.NotEmpty(Refusal("circle.txt"));
    }

    [Fact]
    public void A_folder_that_is_reached_by_a_link_has_its_files()
    {
        var link = Path.Combine(_outside, "link");
        Directory.CreateSymbolicLink(link, Inside(""));

        Assert.Null(new RecipeFolder(link).TryOpen("docs/a.txt", out var opened));
        opened!.Dispose();
    }

    /// <summary>As the themes of Orchard Core have them: recipes in one folder, public files in another beside it.</summary>
    [Theory]
    [InlineData("Recipes", "../wwwroot/a.txt", null)]
    [InlineData("Recipes", "../wwwroot/../secret.txt", "“..”")]
    [InlineData("Recipes", "../wwwroot/out.txt", "之外的链接")]
    [InlineData("Recipes", "../secret.txt", "“..”")]
    [InlineData("recipe", "../wwwroot/a.txt", "“..”")]
    public void Of_what_lies_beside_a_folder_of_recipes_only_public_files_are_taken(string folder, string path, string? message)
    {
        Directory.CreateDirectory(Path.Combine(_outside, "Recipes"));
        Directory.CreateDirectory(Path.Combine(_outside, "wwwroot"));
        File.WriteAllText(Path.Combine(_outside, "wwwroot", "a.txt"), "甲");
        File.CreateSymbolicLink(Path.Combine(_outside, "wwwroot", "out.txt"), "../secret.txt");

        var fault = new RecipeFolder(Path.Combine(_outside, folder)).TryOpen(path, out var opened);
        opened?.Dispose();

        Assert.Equal(message is null, fault is null && opened is not null);
        Assert.Contains(message ?? "", fault ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_empty_or_too_large_is_refused()
    {
        File.WriteAllText(Inside("empty.txt"), "");
        using (var large = File.Create(Inside("large.bin")))
            large.SetLength(RecipeFolder.MaxFileLength + 1);

        Assert.Contains("空的", Refusal("empty.txt"), StringComparison.Ordinal);
        Assert.Contains("256 MiB", Refusal("large.bin"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_refused_without_waiting_for_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var make = System.Diagnostics.Process.Start("mkfifo", Inside("pipe")))
            make.WaitForExit();

        Assert.Contains("不是普通文件", Refusal("pipe"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_outside, recursive: true);

    private string Inside(string path) => Path.Combine(_outside, "recipe", path);

    private string Read(string path)
    {
        Assert.Null(Folder.TryOpen(path, out var opened));
        using var reader = new StreamReader(opened!);
        return reader.ReadToEnd();
    }

    private string Refusal(string path)
    {
        var fault = Folder.TryOpen(path, out var opened);
        Assert.Null(opened);
        return fault!;
    }
}
