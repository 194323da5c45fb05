using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace OrchardSite.Tests;

/// <summary>The program as a process, as people call it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--help", "import")]
    [InlineData("import --help", "--check")]
    [InlineData("import --help", "--parameter")]
    [InlineData("serve --help", "--urls")]
    [InlineData("export --help", "--type")]
    [InlineData("search-log export --help", "--from")]
    [InlineData("audit export --help", "--to")]
    [InlineData("check-site --help", "--csv")]
    public async Task Help_names_what_there_is(string arguments, string expected)
    {
        var (code, output) = await RunAsync(arguments.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("import")]
    [InlineData("serve --sample perhaps")]
    [InlineData("import nothing-there.json --data d --sample false")]
    [InlineData("serve --urls nonsense --data d --sample false")]
    [InlineData("check --data /dev/null")]
    [InlineData("restore nothing-there.zip --data d")]
    [InlineData("search-log export --from yesterday --data d --sample false")]
    [InlineData("check-site --csv nowhere/report.csv --data d --sample false")]
    public async Task What_cannot_be_done_ends_with_code_1(string arguments)
    {
        var (code, output) = await RunAsync(arguments.Split(' '));

        Assert.Equal(1, code);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_public_is_checked_and_told_in_a_table()
    {
        var recipe = """
            {"steps": [{"name": "Content", "data": [{"ContentItemId": "leaky", "ContentItemVersionId": "leaky-v1", "ContentType": "Page", "DisplayText": "联系我们", "Latest": true, "Published": true,
              "TitlePart": {"Title": "联系我们"}, "AutoroutePart": {"Path": "leaky"}, "MarkdownBodyPart": {"Markdown": "请打 13800138000"} }]}]}
            """;
        await File.WriteAllTextAsync(At("leaky.recipe.json"), recipe);
        await RunAsync("import", "leaky.recipe.json", "--data", "a", "--sample", "false");

        var (code, said) = await RunAsync("check-site", "--csv", "report.csv", "--data", "a");

        Assert.Equal(1, code);
        Assert.Contains("阻止发布：手机号码 1 处", said, StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(At("report.csv"));
        Assert.Contains("\r\nleaky,Page,联系我们,手机号码,阻止发布,正文,,1,", report, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", report + said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_import_export_gives_the_same_bytes()
    {
        var (first, _) = await RunAsync("export", "a.recipe.json", "--data", "a", "--sample", "true");
        var (import, said) = await RunAsync("import", "a.recipe.json", "--data", "b", "--sample", "false");
        var (second, _) = await RunAsync("export", "b.recipe.json", "--data", "b");

        Assert.Equal((0, 0, 0), (first, import, second));
        Assert.Contains("0 个错误", said, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(At("a.recipe.json")), await File.ReadAllBytesAsync(At("b.recipe.json")));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_the_site_checks_out()
    {
        await RunAsync("export", "a.recipe.json", "--data", "a", "--sample", "true");

        var (code, output) = await RunAsync("import", "a.recipe.json", "--data", "a");
        var (check, report) = await RunAsync("check", "--data", "a");

        Assert.Equal((0, 0), (code, check));
        Assert.Contains("新增 0，改动 0", output, StringComparison.Ordinal);
        Assert.Contains("与数据库一致", report, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "{ \"name\": \"x\", \"steps\": [", "broken.json(1," },
        { """{"name":"x","steps":[{"name":"Frobnicate"}]}""", "Frobnicate" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"a","ContentType":"Nothing"}]}]}""", "Nothing" },
        { """{"name":"x","steps":[{"name":"Content","data":{}}]}""", "data" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"a","ContentType":"Page","Published":true,"TitlePart":{"Title":7}}]}]}""", "TitlePart.Title" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"a","ContentType":"Page","TitlePart":{"Title":"[js: nothing()]"}}]}]}""", "TitlePart.Title" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"topics","ContentType":"Page","TitlePart":{"Title":"t"}}]}]}""", "topics" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"a","ContentType":"Page","Published":true,"TitlePart":{"Title":"t"},"AutoroutePart":{"Path":"guide2"}},{"ContentItemId":"b","ContentType":"Page","Published":true,"TitlePart":{"Title":"t"},"AutoroutePart":{"Path":"GUIDE2"}}]}]}""", "guide2" },
        { """{"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"a","ContentType":"Page","Published":true,"TitlePart":{"Title":"t"},"AutoroutePart":{"Path":"api/x"}}]}]}""", "AutoroutePart.Path" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_recipe_with_a_fault_is_refused_with_its_place_and_changes_nothing(string recipe, string expected)
    {
        await RunAsync("export", "before.json", "--data", "a", "--sample", "false");
        await File.WriteAllTextAsync(At("broken.json"), recipe);

        var (code, output) = await RunAsync("import", "broken.json", "--data", "a");
        await RunAsync("export", "after.json", "--data", "a");

        Assert.Equal(1, code);
        Assert.Matches(@"错误 broken\.json\(\d+,\d+\)", output);
        Assert.Contains(expected, output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(await File.ReadAllBytesAsync(At("before.json")), await File.ReadAllBytesAsync(At("after.json")));
    }

    [Fact]
    public async Task A_package_is_checked_and_imported_with_a_parameter_and_configuration()
    {
        using (var zip = System.IO.Compression.ZipFile.Open(At("page.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            await WriteAsync(zip, "Recipe.json", """
                {"name":"x","variables":{"id":"[js: uuid()]"},"steps":[{"name":"Content","data":[{"ContentItemId":"[js: variables('id')]","ContentItemVersionId":"[js: variables('id') + '-1']",
                "ContentType":"Page","Latest":true,"Published":true,"TitlePart":{"Title":"[js: parameters('city') + configuration('Suffix', '的页面')]"},"AutoroutePart":{"Path":"packed"},
                "MarkdownBodyPart":{"Markdown":"[file:text('docs/body.md')]"}}]}]}
                """);
            await WriteAsync(zip, "docs/body.md", "包里的正文");
        }

        var (check, plan) = await RunAsync("import", "page.zip", "--check", "--parameter", "city=甲市", "--data", "a", "--sample", "false");
        var (import, first) = await RunAsync("import", "page.zip", "--parameter", "city=甲市", "--data", "a");
        var (again, said) = await RunAsync("import", "page.zip", "--parameter", "city=甲市", "--data", "a");
        await RunAsync("export", "out.json", "--data", "a");

        Assert.True((check, import, again) == (0, 0, 0), $"{plan}\n{first}\n{said}");
        Assert.Contains("第 1 步 Content：新增 1 条", plan, StringComparison.Ordinal);
        Assert.Contains("新增 0，改动 0，不变 1", said, StringComparison.Ordinal);
        var exported = await File.ReadAllTextAsync(At("out.json"));
        Assert.Contains("甲市的页面", exported, StringComparison.Ordinal);
        Assert.Contains("包里的正文", exported, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(At("a/tmp")));
    }

    [Theory]
    [InlineData("not a zip", "zip")]
    [InlineData("", "zip")]
    public async Task A_package_that_is_none_is_refused(string bytes, string expected)
    {
        await File.WriteAllTextAsync(At("bad.zip"), bytes);

        var (code, output) = await RunAsync("import", "bad.zip", "--data", "a", "--sample", "false");

        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_import_is_told_by_check_and_completed_by_the_same_file()
    {
        const int Items = 3000;
        var items = Enumerable.Range(0, Items).Select(i =>
            $$$"""{"ContentItemId":"k{{{i}}}","ContentItemVersionId":"k{{{i}}}-1","ContentType":"Page","Latest":true,"Published":true,"TitlePart":{"Title":"第{{{i}}}页"},"AutoroutePart":{"Path":"k{{{i}}}"},"MarkdownBodyPart":{"Markdown":"正文"}}""");
        await File.WriteAllTextAsync(At("long.json"), """{"name":"x","steps":[{"name":"settings","SiteName":"甲市"},{"name":"Content","data":[""" + string.Join(',', items) + "]}]}");
        await RunAsync("check", "--data", "a", "--sample", "false");
        using (var process = Start("import", "long.json", "--data", "a"))
        {
            _ = process.StandardOutput.ReadToEndAsync();
            // The journal names the step as soon as it begins.
            while (!Directory.Exists(At("a/imports")) || !Directory.EnumerateFiles(At("a/imports"), "*.json").Any(file => Holds(file, "Content")))
                Assert.False(process.HasExited, "the import ended before it could be killed");
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        var (check, report) = await RunAsync("check", "--data", "a");
        var (import, said) = await RunAsync("import", "long.json", "--data", "a");
        var (after, silent) = await RunAsync("check", "--data", "a");

        Assert.Equal((0, 0, 0), (check, import, after));
        Assert.Contains("long.json 没有做完（共 2 步，做到第 2 步 Content）", report, StringComparison.Ordinal);
        Assert.Contains("已接着完成", said, StringComparison.Ordinal);
        Assert.Contains("先前已完成的 1 个步骤没有重做", said, StringComparison.Ordinal);
        Assert.DoesNotContain("没有做完", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_beside_a_running_server_shows_there()
    {
        await File.WriteAllTextAsync(At("page.json"), """
            {"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"beside","ContentItemVersionId":"beside-1","ContentType":"Page","Latest":true,"Published":true,
            "TitlePart":{"Title":"并行导入的页面"},"AutoroutePart":{"Path":"beside"},"MarkdownBodyPart":{"Markdown":"正文"}}]}]}
            """);
        using var server = Start("serve", "--urls", "http://127.0.0.1:0", "--data", "a", "--sample", "false");
        try
        {
            var address = await AddressOfAsync(server);
            using var client = new HttpClient { BaseAddress = new(address) };
            Assert.Equal(0, await TotalAsync(client));

            var (code, _) = await RunAsync("import", "page.json", "--data", "a");

            Assert.Equal(0, code);
            var deadline = Stopwatch.StartNew();
            while (await TotalAsync(client) == 0)
                Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(30), "the server never showed what was imported beside it");
            Assert.Contains("并行导入的页面", await client.GetStringAsync(new Uri("/beside", UriKind.Relative)), StringComparison.Ordinal);
            var (reindex, said) = await RunAsync("reindex", "--data", "a");
            Assert.Equal(0, reindex);
            Assert.Contains("网站正在运行", said, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_damaged_index_is_found_and_mended_by_reindex()
    {
        await RunAsync("export", "a.json", "--data", "a", "--sample", "true");
        foreach (var file in Directory.EnumerateFiles(At("a/index"), "segments_*", SearchOption.AllDirectories))
            await File.WriteAllBytesAsync(file, [1, 2, 3]);

        var (damaged, _) = await RunAsync("check", "--data", "a");
        var (mended, _) = await RunAsync("reindex", "--data", "a");
        var (well, _) = await RunAsync("check", "--data", "a");

        // Any command catches the index up first, which already mends what cannot even be opened.
        Assert.InRange(damaged, 0, 1);
        Assert.Equal((0, 0), (mended, well));
    }

    private static async Task<int> TotalAsync(HttpClient client) =>
        (int)JsonNode.Parse(await client.GetStringAsync(new Uri("/api/search?type=Page&size=0", UriKind.Relative)))!["total"]!;

    private static async Task<string> AddressOfAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("网站地址：", StringComparison.Ordinal))
                return line["网站地址：".Length..];
        }

        throw new InvalidOperationException("The server ended without an address: " + await server.StandardError.ReadToEndAsync());
    }

    private static bool Holds(string file, string text)
    {
        try
        {
            return File.ReadAllText(file).Contains(text, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(System.IO.Compression.ZipArchive zip, string name, string text)
    {
        await using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        await writer.WriteAsync(text);
    }

    private string At(string path) => Path.Combine(_folder, path);

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(OrchardSite.Hosting.SiteHost).Assembly.Location, .. arguments])
    {
        UseShellExecute = false,
        WorkingDirectory = _folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;
}
