using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests;

public sealed class AnyRecipeTests
{
    private static readonly string Whole = Recipe.Of(
        """{"name":"settings","SiteName":"甲市","PageSize":20,"TimeZoneId":"Asia/Shanghai","HomeRoute":{}}""",
        """{"name":"Roles","Roles":[{"Name":"Editor","PermissionBehavior":"Add","Permissions":["a"]}]}""",
        """{"name":"feature","enable":["OrchardCore.Lucene"],"disable":[]}""",
        Recipe.Definitions,
        Recipe.Content(Recipe.Topics, Recipe.Notice("a", fields: "\"Number\":{\"Text\":\"甲\"},\"Day\":{\"Value\":\"2026-08-01T00:00:00Z\"},\"Topics\":{\"TaxonomyContentItemId\":\"topics\",\"TermContentItemIds\":[\"t1\"]}")));

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
        }, iter: 300, threads: 1);
    }

    [Fact]
    public async Task A_recipe_with_values_of_other_shapes_is_imported_or_refused()
    {
        await using var site = await TestSite.OpenAsync();
        var shapes = new[] { "null", "7", "\"\"", "\"甲\"", "true", "[]", "{}", "[null]", "[[1]]", "{\"a\":{}}", "\"\\u0000\"", "1e999" };
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
        }, iter: 500, threads: 1);
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
