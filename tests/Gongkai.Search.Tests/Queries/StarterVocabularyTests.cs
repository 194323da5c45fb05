using System.Text.Json.Nodes;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Queries;

/// <summary>The starter set of synonyms in recipes/gongkai.recipe.json.</summary>
public sealed class StarterVocabularyTests
{
    private static readonly JsonNode Settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recipes", "gongkai.recipe.json")))!["steps"]!.AsArray()
        .Select(step => step!["SearchVocabulary"]).OfType<JsonNode>().Single();

    private static readonly string[] Lines = [.. Settings["SearchVocabulary"]!["Synonyms"]!["Text"]!.GetValue<string>().Split('\n').Where(line => !line.StartsWith('#'))];

    private static readonly Vocabulary Starter = Vocabulary.Of(new JsonObject { ["SearchVocabulary"] = Settings.DeepClone() });

    [Fact]
    public void Every_word_of_it_acts()
    {
        var idle = Lines.SelectMany(line => Left(line).Where(word => Starter.SynonymsIn(word).All(found => found.Word != word)));

        Assert.Empty(idle);
    }

    [Fact]
    public void No_word_is_told_twice() =>
        Assert.Empty(Lines.SelectMany(Left).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [InlineData("老板拖着工资不给怎么办？", "用人单位")]
    [InlineData("隔壁太吵了该找谁？", "噪声污染")]
    [InlineData("房东多久要退押金？", "出租人")]
    [InlineData("房東多久要退押金？", "日内")]
    [InlineData("什么是行政许可？", "所称")]
    public void What_citizens_say_leads_to_what_the_law_says(string question, string legal) =>
        Assert.Contains(legal, ParsedQuery.Parse(question).Said.SelectMany(Starter.SynonymsIn).SelectMany(found => found.Others));

    private static IEnumerable<string> Left(string line) => line.Split('→')[0].Split('、', StringSplitOptions.TrimEntries).Select(HanFolding.Fold);
}
