using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests;

public sealed class AnyRecipeTests
{
    private static readonly string Whole = "{\"name\":\"试\",\"variables\":{\"a\":\"[js: uuid()]\",\"b\":\"[js: variables('a') + '乙']\",\"c\":\"[注:说明]\"},\"steps\":[\n" + string.Join(",\n",
        """{"name":"settings","SiteName":"甲市","PageSize":20,"TimeZoneId":"Asia/Shanghai","HomeRoute":{}}""",
        """{"name":"Roles","Roles":[{"Name":"Editor","PermissionBehavior":"Add","Permissions":["a"]}]}""",
        """{"name":"feature","enable":["OrchardCore.Lucene"],"disable":[]}""",
        Recipe.Definitions,
        Recipe.Content(Recipe.Topics, Recipe.Notice("a", fields: "\"Number\":{\"Text\":\"甲\"},\"Day\":{\"Value\":\"2026-08-01T00:00:00Z\"},\"Topics\":{\"TaxonomyContentItemId\":\"topics\",\"TermContentItemIds\":[\"t1\"]}")),
        Recipe.Content(Recipe.Notice("[js: uuid()]", "[js: variables('a')]", path: "any", title: "[js: variables('b')]"))) + "]}";

    [Fact]
    public async Task The_recipe_to_begin_with_is_imported()
    {
        await using var site = await TestSite.OpenAsync();

        Assert.True((await site.ImportAsync(Whole)).Succeeded);
    }

    [Fact]
    public async Task A_recipe_with_changed_bytes_is_imported_or_refused()
    {
        await using var site = await TestSite.OpenAsync();
        var whole = Encoding.UTF8.GetBytes(Whole);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.Char["{}[]\",:\\/0[u"].Select(c => (byte)c))).Array[1, 3].Sample(changes =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            ImportsOrRefuses(site, () => new MemoryStream(bytes));
        }, iter: Fuzzing.Iterations(300), time: Fuzzing.Seconds, threads: 1);
    }

    [Fact]
    public async Task A_recipe_with_values_of_other_shapes_is_imported_or_refused()
    {
        await using var site = await TestSite.OpenAsync();
        var shapes = new[] { "null", "7", "\"\"", "\"甲\"", "true", "[]", "{}", "[null]", "[[1]]", "{\"a\":{}}", "\"\\u0000\"", "1e999", "\"[js: x]\"", "\"[js: 'Notice']\"", "\"[js: variables('a')]\"", "\"[file:text('a')]\"", "\"[注:说明]\"", "\"[\\u2060js: 1]\"" };
        var paths = Paths(JsonNode.Parse(Whole)!, []).ToList();
        Gen.Select(Gen.Int[0, paths.Count - 1], Gen.Int[0, shapes.Length - 1]).Sample((at, shape) =>
        {
            var changed = JsonNode.Parse(Whole)!;
            var node = changed;
            foreach (var step in paths[at][..^1])
                node = Child(node!, step);
            if (node is JsonObject json)
                json[(string)paths[at][^1]] = JsonNode.Parse(shapes[shape]);
            else
                node!.AsArray()[(int)paths[at][^1]] = JsonNode.Parse(shapes[shape]);
            ImportsOrRefuses(site, () => new MemoryStream(Encoding.UTF8.GetBytes(changed.ToJsonString())));
        }, iter: Fuzzing.Iterations(500), time: Fuzzing.Seconds, threads: 1);
    }

    [Fact]
    public async Task Any_script_is_evaluated_alike_twice_or_refused()
    {
        await using var site = await TestSite.WithTopicsAsync();
        string[] pieces = ["uuid()", "variables('a')", "'甲'", "+", "(", ")", "[", "]", "{", "}", ";", ",", "x", "=>", "let x =", "x.repeat(9)", "for(;;)", "if", "return", "/a+/", "`${x}`", "new Date(0)", "Date", "Math", ".length", "7", "\\n"];
        Gen.Int[0, pieces.Length - 1].Array[1, 12].Sample(chosen =>
        {
            var script = string.Join(" ", chosen.Select(at => pieces[at])).Replace("\"", "'", StringComparison.Ordinal);
            var recipe = "{\"name\":\"试\",\"variables\":{\"a\":\"[js: uuid()]\"},\"steps\":[" + Recipe.Content(Recipe.Notice("s", IdGenerator.FromText(script), title: $"[js: {script}]", path: "s")) + "]}";
            var first = site.ImportAsync(recipe).GetAwaiter().GetResult();
            var second = site.ImportAsync(recipe).GetAwaiter().GetResult();
            Assert.Equal(first.Succeeded, second.Succeeded);
            Assert.True(!second.Succeeded || second.Unchanged == 1);
            Assert.Equal(first.Problems.Select(problem => problem.Message), second.Problems.Select(problem => problem.Message));
        }, iter: Fuzzing.Iterations(60), time: Fuzzing.Seconds, threads: 1);
    }

    private static void ImportsOrRefuses(TestSite site, Func<Stream> open)
    {
        var writes = site.WritesAsync().GetAwaiter().GetResult();
        var report = site.ImportAsync([new("试.json", open)]).GetAwaiter().GetResult();
        Assert.Equal(report.Succeeded, report.WasCarriedOut);
        Assert.True(report.Succeeded || site.WritesAsync().GetAwaiter().GetResult() == writes);
        Assert.Equal(report.Succeeded, report.Problems.All(problem => problem.Severity == RecipeSeverity.Notice));
        Assert.All(report.Problems, problem => Assert.True(problem.Place.Line > 0 && problem.Place.Column > 0));
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path)
    {
        if (path.Length > 0)
            yield return path;
        IEnumerable<(object Step, JsonNode? Value)> children = node switch
        {
            JsonObject json => json.Select(property => ((object)property.Key, property.Value)),
            JsonArray array => array.Select((value, index) => ((object)index, value)),
            _ => [],
        };
        foreach (var (step, value) in children)
        {
            if (value is not null)
            {
                foreach (var inner in Paths(value, [.. path, step]))
                    yield return inner;
            }
        }
    }

    private static JsonNode? Child(JsonNode node, object step) => step is int index ? node[index] : node[(string)step];
}
