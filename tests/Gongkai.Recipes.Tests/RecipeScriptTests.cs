using System.IO.Compression;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests;

/// <summary>Scripts where they stand: in the steps and variables of a recipe that is imported.</summary>
public sealed class RecipeScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-scripts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_recipe_with_scripts_gives_the_same_content_at_every_run()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = With(
            """{"id":"[js: uuid()]","version":"[js: uuid()]","title":"[js: '关于' + variables('what')]","what":"[localization: 公开]"}""",
            Item("[js: variables('id')]", "[js: variables('version')]", "[js: variables('title')]"), Item("[js: uuid()]", "[js: uuid()]", "[注:说明]"));

        var first = await site.ImportAsync(recipe);
        var writes = await site.WritesAsync();
        var second = await site.ImportAsync(recipe);

        Assert.Empty(first.Problems);
        Assert.Equal((2, 0, 2), (first.Added, second.Added + second.Changed, second.Unchanged));
        Assert.Equal(writes, await site.WritesAsync());
        var id = IdGenerator.FromText("recipe\n试\n$.variables.id\n1");
        Assert.Equal("关于公开", (await site.GetAsync(id))!.Part("TitlePart")!.Text("Title"));
        Assert.Equal(26, id.Length);
        Assert.Equal("[注:说明]", (await site.GetAsync(IdGenerator.FromText("recipe\n试\n$.steps[0].data[1].ContentItemId\n1")))!.Part("TitlePart")!.Text("Title"));
    }

    [Fact]
    public async Task Ids_differ_by_recipe_place_and_call()
    {
        await using var site = await TestSite.WithTopicsAsync();
        const string ids = "[js: uuid() + '-' + uuid()]";
        var recipe = With("{}", Item("a", "a1", ids), Item("b", "b1", ids));
        await site.ImportAsync(recipe);
        await site.ImportAsync(recipe.Replace("\"试\"", "\"乙\"", StringComparison.Ordinal).Replace("\"a", "\"c", StringComparison.Ordinal).Replace("\"b1", "\"d1", StringComparison.Ordinal).Replace("\"b\"", "\"d\"", StringComparison.Ordinal));

        var seen = new List<string>();
        foreach (var id in new[] { "a", "b", "c", "d" })
            seen.AddRange((await site.GetAsync(id))!.Part("TitlePart")!.Text("Title")!.Split('-'));

        Assert.Equal(8, seen.Distinct().Count());
    }

    [Fact]
    public async Task Files_of_the_recipes_folder_are_read()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await File.WriteAllTextAsync(At("body.txt"), "[js: 1]正文", Encoding.UTF8);
        await File.WriteAllBytesAsync(At("a.bin"), [1, 2, 255]);
        await File.WriteAllTextAsync(At("r.json"), With("""{"t":"[file:text('body.txt')]"}""", Item("a", "a1", "[file: text(\\\"body.txt\\\")]"), Item("b", "b1", "[file:base64('a.bin')]"), Item("c", "c1", "[js: variables('t')]")));

        var report = await site.ImportAsync([RecipeSource.File(At("r.json"))]);

        Assert.Empty(report.Problems);
        // What a file holds is a text, even if it looks like a script.
        Assert.Equal("[js: 1]正文", (await site.GetAsync("a"))!.Part("TitlePart")!.Text("Title"));
        Assert.Equal("AQL/", (await site.GetAsync("b"))!.Part("TitlePart")!.Text("Title"));
        Assert.Equal("[js: 1]正文", (await site.GetAsync("c"))!.Part("TitlePart")!.Text("Title"));
    }

    [Fact]
    public async Task Parameters_and_the_section_for_recipes_are_read()
    {
        await using var site = await TestSite.WithConfigurationAsync(new("Recipes", key => key == "Owner" ? "办公室" : null));
        var recipe = Recipe.Of(Recipe.Definitions, Recipe.Content(Item("a", "a1", "[js: parameters('city') + configuration('Owner') + configuration('None', '无')]")));

        var report = await site.ImportAsync(recipe, parameters: new Dictionary<string, string> { ["city"] = "甲市" });

        Assert.Empty(report.Problems);
        Assert.Equal("甲市办公室无", (await site.GetAsync("a"))!.Part("TitlePart")!.Text("Title"));
    }

    [Fact]
    public async Task What_orchard_cores_functions_decode_is_decoded()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes("甲"));

        await site.ImportAsync(With("{}", Item("a", "a1", $"[js: base64('{base64}') + html('&lt;乙&gt;') + gzip('{Gzip("丙"u8.ToArray())}')]")));

        Assert.Equal("甲<乙>" + Convert.ToBase64String("丙"u8), (await site.GetAsync("a"))!.Part("TitlePart")!.Text("Title"));
    }

    public static TheoryData<string, string> Faults() => new()
    {
        { "[env: PATH]", "--parameter" },
        { "[appsettings: ConnectionStrings:Gongkai]", "configuration" },
        { "[js: configuration('ConnectionStrings:Gongkai')]", "Recipes 一节" },
        { "[js: configuration('../ConnectionStrings:Gongkai')]", "Recipes 一节" },
        { "[js: parameters('who')]", "--parameter who" },
        { "[js: variables('none')]", "“none”" },
        { "[js: variables('number')]", "不是文本" },
        { "[js: variables()]", "参数" },
        { "[js: variables('self')]", "成了一个圈" },
        { "[js: variables('bad')]", "语法错误" },
        { "[js: ]", "是空的" },
        { "[js: while(true);]", "语句太多" },
        { "[js: 'x'.charAt(0) + '\\\\ud800']", "代理字符" },
        { "[js: base64('***')]", "Base64" },
        { "[js: base64('//8=')]", "UTF-8" },
        { "[js: gzip('AAAA')]", "gzip" },
        { $"[js: gzip('{Gzip(new byte[9 * 1024 * 1024])}')]", "8 MiB" },
        { "[file:text('../secret.txt')]", "“..”" },
        { "[file:text('/etc/passwd')]", "相对路径" },
        { "[file:text('none.txt')]", "没有文件" },
        { "[file:text('binary.bin')]", "UTF-8" },
        { "[file:text('link.txt')]", "链接" },
        { "[file:text('large.txt')]", "16 MiB" },
        { "[file:base64('large.txt')]", "12 MiB" },
        { "[file:delete('a')]", "file:text" },
        { "[file:text('a]", "file:text" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_script_with_a_fault_is_told_with_its_place_and_changes_nothing(string script, string message)
    {
        await using var site = await TestSite.WithConfigurationAsync(new("Recipes", _ => null));
        await site.ImportAsync(Recipe.Of(Recipe.Definitions, Recipe.Content(Recipe.Topics)));
        var writes = await site.WritesAsync();
        Directory.CreateDirectory(At("in"));
        await File.WriteAllTextAsync(At("secret.txt"), "密");
        await File.WriteAllBytesAsync(At("in/binary.bin"), [0xFF, 0xFE]);
        File.CreateSymbolicLink(At("in/link.txt"), "../secret.txt");
        await using (var large = File.Create(At("in/large.txt")))
            large.SetLength(17 * 1024 * 1024);
        var variables = script.Contains("self", StringComparison.Ordinal) ? """{"self":"[js: variables('other')]","other":"[js: variables('self')]"}"""
            : script.Contains("bad", StringComparison.Ordinal) ? """{"bad":"[js: (]"}""" : """{"number":7}""";
        await File.WriteAllTextAsync(At("in/r.json"), With(variables, Item("good", "g1", "好"), Item("a", "a1", script)));

        var report = await site.ImportAsync([RecipeSource.File(At("in/r.json"))]);

        var problem = report.Problems[^1];
        Assert.Equal("$.steps[0].data[1].TitlePart.Title", problem.Place.JsonPath);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("第 1 步 Content", problem.Place.Step);
        Assert.Equal(4, problem.Place.Line);
        Assert.False(report.WasCarriedOut);
        Assert.Equal(writes, await site.WritesAsync());
    }

    [Fact]
    public async Task A_recipe_without_name_has_no_ids_to_give_and_one_without_folder_no_files()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(With("{}", Item("[js: uuid()]", "a1", "[file:text('a.txt')]")).Replace("\"name\":\"试\",", "", StringComparison.Ordinal));

        Assert.Equal(2, report.Errors);
        Assert.Contains("name", report.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("文件夹", report.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_faulty_script_is_told_and_nothing_that_would_follow_from_them()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(With("""{"v":"[js: x]"}""", Item("[js: y]", "a1", "甲"), Item("b", "b1", "[js: z]")));

        Assert.Equal(["$.variables.v", "$.steps[0].data[0].ContentItemId", "$.steps[0].data[1].TitlePart.Title"], report.Problems.Select(problem => problem.Place.JsonPath));
    }

    [Fact]
    public async Task Scripts_bring_no_value_beyond_the_limit_of_values()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await File.WriteAllTextAsync(At("large.txt"), new string('x', 9 * 1024 * 1024));
        await File.WriteAllTextAsync(At("r.json"), With("{}", Item("a", "a1", "[file:text('large.txt')]").Replace("\"DisplayText\":\"\"", "\"DisplayText\":\"[file:text('large.txt')]\"", StringComparison.Ordinal)));

        var report = await site.ImportAsync([RecipeSource.File(At("r.json"))]);

        Assert.Contains("16 MiB", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_imported_is_refused()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await File.WriteAllTextAsync(At("body.txt"), new string('甲', 5000));
        await File.WriteAllTextAsync(At("r.json"), With("{}", Item("a", "a1", "甲").Replace("}}", "},\"MarkdownBodyPart\":{\"Markdown\":\"[file:text('body.txt')]\"}}", StringComparison.Ordinal)));

        var report = await site.ImportAsync([RecipeSource.File(At("r.json"))], progress: new AtImport(() => File.WriteAllText(At("body.txt"), new string('乙', 5000))));

        Assert.Contains("被改动了", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Null(await site.GetAsync("a"));
    }

    private static string With(string variables, params string[] items) =>
        "{\"name\":\"试\",\"variables\":" + variables + ",\"steps\":[\n{\"name\":\"Content\",\"data\":[\n" + string.Join(",\n", items) + "]}]}";

    private static string Item(string id, string version, string title) =>
        $$$"""{"ContentItemId":"{{{id}}}","ContentItemVersionId":"{{{version}}}","ContentType":"Notice","DisplayText":"","Latest":true,"Published":true,"TitlePart":{"Title":"{{{title}}}"}}""";

    private static string Gzip(byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return Convert.ToBase64String(compressed.ToArray());
    }

    private string At(string name) => Path.Combine(_folder, name);

    private sealed class AtImport(Action act) : IProgress<RecipeProgress>
    {
        private bool _done;

        public void Report(RecipeProgress value)
        {
            if (value.Stage != RecipeStage.Importing || _done)
                return;
            _done = true;
            act();
        }
    }
}
