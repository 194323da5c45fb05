using System.Text;
using CsCheck;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Tests.Reading;

public sealed class AnyBytesTests
{
    private const string Recipe = """
        // 注释
        {"name":"甲","variables":{"a":["[注:说明]"],"b":"[js: uuid()]"},"steps":[
        {"name":"settings","SiteName":"[js: variables('b')]","Note":"[\u2060注:说明]"},
        {"name":"Content","data":[{"ContentItemId":"甲","P":{"F":{"Text":"文\u7532\n\"引\""},"N":[1,-2.5e3,true,null]}},{"a":{}}]},
        /* 中 */ {"Name":"settings","SiteName":"甲市","PageSize":20,},
        ]}
        """;

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_place() =>
        Gen.Byte.Array[0, 200].Sample(bytes => ReadsOrRefuses(bytes), iter: Fuzzing.Iterations(2000), time: Fuzzing.Seconds);

    [Fact]
    public void A_truncated_recipe_is_refused_with_a_place()
    {
        var whole = Encoding.UTF8.GetBytes(Recipe);
        Assert.All(Enumerable.Range(0, whole.Length), length => ReadsOrRefuses(whole[..length]));
    }

    [Fact]
    public void A_mutated_recipe_is_read_or_refused_with_a_place()
    {
        var whole = Encoding.UTF8.GetBytes(Recipe);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.Char["{}[]\",:\\/0[u"].Select(c => (byte)c))).Array[1, 6].Sample(changes =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            return ReadsOrRefuses(bytes);
        }, iter: Fuzzing.Iterations(5000), time: Fuzzing.Seconds);
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        using var text = new RecipeText("试.json", new MemoryStream(bytes));
        try
        {
            var outline = text.ReadOutlineAsync(default).GetAwaiter().GetResult();
            text.VisitScriptsAsync((script, place) =>
            {
                Assert.Equal(script.Path, place().JsonPath);
                Assert.True(place().Line > 0 && place().Column > 0);
                return Task.CompletedTask;
            }, default).GetAwaiter().GetResult();
            foreach (var step in outline.Steps.Select(step => new RecipeStepText(text, outline, step)))
                step.ReadAsync(default).GetAwaiter().GetResult();
        }
        catch (RecipeFaultException fault)
        {
            Assert.True(fault.Place.Line > 0 && fault.Place.Column > 0);
            Assert.StartsWith("$", fault.Place.JsonPath, StringComparison.Ordinal);
        }
        return true;
    }
}
