using Gongkai.Recipes.Runs;

namespace Gongkai.Recipes.Tests.Runs;

public sealed class RunNameTests
{
    [Theory]
    [InlineData("通知.recipe.json", "通知.recipe.json")]
    [InlineData("包.ZIP", "包.ZIP")]
    [InlineData(@"C:\用户\配方.json", "配方.json")]
    [InlineData("../../etc/x.json", "x.json")]
    [InlineData("a\u202Egnp.json", "agnp.json")]
    [InlineData("a\r\nb.json", "ab.json")]
    [InlineData("<script>.json", "<script>.json")]
    [InlineData("x.json.exe", null)]
    [InlineData("json", null)]
    [InlineData("", null)]
    public void What_a_browser_sends_as_a_name_is_cleaned_or_refused(string given, string? name) => Assert.Equal(name, RunName.Of(given));

    [Fact]
    public void A_name_of_any_length_stays_short_and_keeps_its_end()
    {
        var name = RunName.Of(string.Concat(Enumerable.Repeat("😀", 50_000)) + ".json")!;

        Assert.True(name.Length <= 100);
        Assert.EndsWith("….json", name, StringComparison.Ordinal);
    }
}
