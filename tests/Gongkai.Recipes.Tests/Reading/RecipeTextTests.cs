using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Tests.Reading;

public sealed class RecipeTextTests
{
    [Theory]
    [InlineData("", 1, 1, "", "$", "文件在这里中断")]
    [InlineData("[]", 1, 1, "", "$", "配方应是一个 JSON 对象")]
    [InlineData("{\"name\":\"a\"}", 1, 12, "", "$", "缺少 steps")]
    [InlineData("{\"steps\":{}}", 1, 10, "", "$.steps", "steps 应是数组")]
    [InlineData("{\"steps\":[\n  1]}", 2, 3, "第 1 步", "$.steps[0]", "步骤应是对象")]
    [InlineData("{\"steps\":[\n  {\"a\":1}]}", 2, 3, "第 1 步", "$.steps[0]", "缺少 name")]
    [InlineData("{\"steps\":[{\"name\":7}]}", 1, 19, "第 1 步", "$.steps[0].name", "name 应是文本")]
    [InlineData("{\"steps\":[{\"name\":\"甲\",\"name\":\"乙\"}]}", 1, 23, "第 1 步 甲", "$.steps[0].name", "两个同名")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\"Data\":[{\"a\":{\"b\":1,\n\"b\":2}}]}]}", 2, 1, "第 1 步 Content", "$.steps[0].Data[0].a.b", "两个同名")]
    [InlineData("{\"steps\":[{\"name\":\"x\"},{\"name\":\"Content\",\"data\":[{},{\"甲乙\":\"丙\" \"丁\"}]}]}", 1, 63, "第 2 步 Content", "$.steps[1].data[1].甲乙", "语法错误")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\n\"data\":[{\"a\":\"甲乙\"},\n{\"b\":[1,2", 3, 10, "第 1 步 Content", "$.steps[0].data[1].b[0]", "中断")]
    [InlineData("{\"steps\":[]} x", 1, 14, "", "$", "语法错误")]
    [InlineData("{\"steps\":[{\"name\":\"x\",\"a\":\"\\ud800\"}]}", 1, 27, "第 1 步 x", "$.steps[0].a", "代理字符")]
    public async Task A_text_that_is_no_recipe_is_refused_with_its_place(string text, int line, int column, string step, string path, string message)
    {
        var fault = await Assert.ThrowsAsync<RecipeFaultException>(() => Outline(text));

        Assert.Equal(new RecipePlace("试.json", line, column, step, path), fault.Place);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        var utf16 = await Assert.ThrowsAsync<RecipeFaultException>(() => Outline([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]));
        var bytes = Encoding.UTF8.GetBytes("{\"steps\":[{\"name\":\"x\",\"甲\":\"乙?\"}]}");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xD7;
        var gbk = await Assert.ThrowsAsync<RecipeFaultException>(() => Outline(bytes));

        Assert.Contains("UTF-16", utf16.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", gbk.Message, StringComparison.Ordinal);
        Assert.Equal(("$.steps[0].甲", 29), (gbk.Place.JsonPath, gbk.Place.Column));
    }

    [Fact]
    public async Task Nesting_deeper_than_64_levels_is_refused()
    {
        var fits = "{\"steps\":[{\"name\":\"x\",\"a\":" + new string('[', 61) + new string(']', 61) + "}]}";
        var tooDeep = fits.Replace("[[", "[[[", StringComparison.Ordinal).Replace("]]", "]]]", StringComparison.Ordinal);

        await Outline(fits);
        var fault = await Assert.ThrowsAsync<RecipeFaultException>(() => Outline(tooDeep));

        Assert.Contains("64 层", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_string_is_refused_without_holding_it()
    {
        await using var stream = new EndlessString(200L * 1024 * 1024);
        using var text = new RecipeText("试.json", stream);

        var fault = await Assert.ThrowsAsync<RecipeFaultException>(() => text.ReadOutlineAsync(default));

        Assert.Contains("16 MiB", fault.Message, StringComparison.Ordinal);
        Assert.Equal(("$.steps[0].data[0]", 1), (fault.Place.JsonPath, fault.Place.Line));
        Assert.InRange(stream.Position, 0, 40 * 1024 * 1024);
    }

    [Fact]
    public async Task Comments_trailing_commas_a_byte_order_mark_and_names_in_any_case_are_read()
    {
        var text = "\uFEFF// 头\n{\"Name\":\"甲\", /* 注 */ \"steps\":[{\"Data\":[{\"a\":1,},],\"name\":\"CONTENT\"},],}\n// 尾";

        var outline = await Outline(text);

        Assert.Equal("甲", outline.Name);
        Assert.Equal("CONTENT", Assert.Single(outline.Steps).Name);
        Assert.True(outline.Steps[0].Arrays.ContainsKey("data"));
    }

    [Theory]
    [InlineData("[js: uuid()]", "js", "uuid()")]
    [InlineData("[JS:uuid()]", "js", "uuid()")]
    [InlineData("[file:text('a')]", "file", "text('a')")]
    [InlineData("[env:PATH]", "env", "PATH")]
    [InlineData("[appsettings:Key]", "appsettings", "Key")]
    [InlineData("[localization:a]", "localization", "a")]
    public async Task A_string_that_asks_to_be_run_is_found_in_steps_and_variables(string script, string language, string code)
    {
        var json = $$$"""{"description":"{{{script}}}","variables":{"id":"{{{script}}}"},"steps":[{"name":"Content","data":[{},{"TitlePart":{"Title":"{{{script}}}"}}]},{"name":"settings","SiteName":"{{{script}}}"}]}""";

        var found = await ScriptsAsync(json);

        Assert.Equal(["$.variables.id", "$.steps[0].data[1].TitlePart.Title", "$.steps[1].SiteName"], found.Select(one => one.Script.Path));
        Assert.Equal(["$.variables.id", "$.steps[0].data[1].TitlePart.Title", "$.steps[1].SiteName"], found.Select(one => one.Place.JsonPath));
        Assert.All(found, one => Assert.Equal((language, code), (one.Script.Language, one.Script.Text)));
        Assert.Equal("第 1 步 Content", found[1].Place.Step);
        Assert.Equal(json.IndexOf(script, json.IndexOf("Title\"", StringComparison.Ordinal), StringComparison.Ordinal), found[1].Place.Column);
    }

    [Theory]
    [InlineData("[注:说明]")]
    [InlineData("[来源:新华社]")]
    [InlineData("[js]")]
    [InlineData("js: x")]
    [InlineData("[js: a] 之后")]
    [InlineData(" [js: a]")]
    [InlineData("[ js : a ]")]
    [InlineData("[1js: a]")]
    [InlineData("[\u2060js: a]")]
    public async Task A_text_in_brackets_stays_a_text(string value) => Assert.Empty(await ScriptsAsync($$"""{"steps":[{"name":"x","a":"{{value}}"}]}"""));

    [Fact]
    public async Task A_script_written_with_escapes_is_found() => Assert.Single(await ScriptsAsync("""{"steps":[{"name":"x","a":"\u005bjs: x\u005D"}]}"""));

    [Fact]
    public async Task Variables_are_an_object_of_bounded_size()
    {
        var many = string.Join(",", Enumerable.Range(0, 1001).Select(i => $"\"v{i}\":\"\""));

        Assert.Equal("$.variables", (await Assert.ThrowsAsync<RecipeFaultException>(() => Outline("""{"variables":[],"steps":[]}"""))).Place.JsonPath);
        Assert.Contains("1000", (await Assert.ThrowsAsync<RecipeFaultException>(() => Outline($$$"""{"variables":{{{{many}}}},"steps":[]}"""))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elements_are_read_one_by_one_with_their_places()
    {
        // Longer than the first buffer, so that elements lie across its end.
        var items = Enumerable.Range(0, 3000).Select(i => $$$"""  {"ContentItemId":"甲{{{i}}}","P":{"F":{"Text":"{{{new string('文', i % 50)}}}"},"L":[1,{"x":2}]}}""");
        using var text = Open("{\"steps\":[\n{\"name\":\"Content\",\"data\":[\n" + string.Join(",\n", items) + "\n]}]}");
        var outline = await text.ReadOutlineAsync(default);
        var step = new RecipeStepText(text, outline, outline.Steps[0]);

        var index = 0;
        await foreach (var element in step.ReadElementsAsync("data", default))
        {
            Assert.Equal($"甲{index}", element.Json["ContentItemId"]!.GetValue<string>());
            if (index % 500 == 17)
            {
                Assert.Equal(new("试.json", index + 3, 3, "第 1 步 Content", $"$.steps[0].data[{index}]"), element.Locate());
                var inner = element.Locate("P.L[1].x");
                Assert.Equal(($"$.steps[0].data[{index}].P.L[1].x", index + 3), (inner.JsonPath, inner.Line));
                Assert.Equal(items.ElementAt(index).IndexOf("2}]", StringComparison.Ordinal) + 1, inner.Column);
                Assert.Equal(items.ElementAt(index).IndexOf("{\"F\"", StringComparison.Ordinal) + 1, element.Locate("P.Missing.Text").Column);
            }
            index++;
        }

        Assert.Equal(3000, index);
    }

    [Fact]
    public async Task A_missing_array_is_a_fault_of_its_step()
    {
        using var text = Open("{\"steps\":[{\"name\":\"Content\",\"data\":{}}]}");
        var outline = await text.ReadOutlineAsync(default);

        var fault = await Assert.ThrowsAsync<RecipeFaultException>(async () =>
        {
            await foreach (var _ in new RecipeStepText(text, outline, outline.Steps[0]).ReadElementsAsync("data", default))
                Assert.Fail("nothing to read");
        });

        Assert.Equal("$.steps[0]", fault.Place.JsonPath);
    }

    [Fact]
    public async Task Values_keep_their_spelling()
    {
        using var text = Open("""{"steps":[{"name":"x","n":1.50,"t":"\u7532","s":[1e3]}]}""");
        var outline = await text.ReadOutlineAsync(default);

        var step = await new RecipeStepText(text, outline, outline.Steps[0]).ReadAsync(default);

        Assert.Equal("1.50", step.Json["n"]!.ToJsonString());
        Assert.Equal("甲", step.Json["t"]!.GetValue<string>());
        Assert.Equal("1e3", ((JsonArray)step.Json["s"]!)[0]!.ToJsonString());
    }

    private static RecipeText Open(string text) => new("试.json", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static Task<RecipeOutline> Outline(string text) => Outline(Encoding.UTF8.GetBytes(text));

    private static async Task<RecipeOutline> Outline(byte[] text)
    {
        using var recipe = new RecipeText("试.json", new MemoryStream(text));
        return await recipe.ReadOutlineAsync(default);
    }

    private static async Task<List<(RecipeScript Script, RecipePlace Place)>> ScriptsAsync(string text)
    {
        using var recipe = Open(text);
        var found = new List<(RecipeScript, RecipePlace)>();
        await recipe.VisitScriptsAsync((script, place) =>
        {
            found.Add((script, place()));
            return Task.CompletedTask;
        }, default);
        return found;
    }

    private sealed class EndlessString(long length) : Stream
    {
        private static readonly byte[] Head = Encoding.UTF8.GetBytes("{\"steps\":[{\"name\":\"Content\",\"data\":[\"");

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            for (var i = 0; i < read; i++)
                buffer[offset + i] = Position + i < Head.Length ? Head[Position + i] : (byte)'a';
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
