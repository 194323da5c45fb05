using System.Text.Json.Nodes;
using Gongkai.Catalogue.Pages;
using Gongkai.Content;

namespace Gongkai.Catalogue.Tests;

public sealed class IssuerLettersTests
{
    [Fact]
    public void Issuers_stand_under_the_letter_of_their_own_name_not_of_the_place()
    {
        var groups = new IssuerLetters(new FirstLetters()).Of(TermsOf("甲市教育局", "甲市审计局", "甲市民政局", "城市管理局", "3号办"), new Dictionary<string, int> { ["t0"] = 7 });

        Assert.Equal(["C", "J", "M", "S", "#"], groups.Select(group => group.Letter));
        Assert.Equal(("甲市教育局", 7), (groups[1].Links[0].Label, groups[1].Links[0].Count));
    }

    private static List<Term> TermsOf(params string[] names) =>
        [.. new TaxonomySnapshot([new(new JsonObject
        {
            ["ContentItemId"] = "issuers", ["ContentType"] = "Taxonomy", ["Published"] = true, ["AliasPart"] = new JsonObject { ["Alias"] = "issuers" },
            ["TaxonomyPart"] = new JsonObject
            {
                ["Terms"] = new JsonArray([.. names.Select((name, i) => new JsonObject { ["ContentItemId"] = $"t{i}", ["ContentType"] = "Issuer", ["DisplayText"] = name, ["TitlePart"] = new JsonObject { ["Title"] = name } })]),
            },
        })]).ById["issuers"].All.Values];

    private sealed class FirstLetters : IPinyin
    {
        public string Read(string text) => text[0] switch { '教' => "jiao", '审' => "shen", '民' => "min", '城' => "cheng", '甲' => "jia", var c => c.ToString() };
    }
}
