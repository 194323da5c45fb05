using System.Text.RegularExpressions;
using Gongkai.Search.Help;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Help;

public sealed class SoughtWordTests
{
    [Fact]
    public void A_word_is_known_in_every_form_of_its_characters_whole_and_by_its_parts()
    {
        var word = Assert.Single(SoughtWords.Of(ParsedQuery.Parse("資訊公開")));

        Assert.Equal(4, word.Characters.Count);
        Assert.StartsWith("开", word.Characters[3], StringComparison.Ordinal);
        Assert.Contains("開", word.Characters[3], StringComparison.Ordinal);
        Assert.Equal(["资讯", "讯公", "公开"], word.Parts.Select(part => string.Concat(part.Select(forms => forms[0]))));
    }

    [Theory]
    [InlineData("Open", "ＯＰＥＮ")]
    [InlineData("２０２１", "2021")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("a.b", "b")]
    public void What_a_form_of_the_word_is_its_pattern_matches(string query, string text)
    {
        var words = SoughtWords.Of(ParsedQuery.Parse(query));

        Assert.Contains(words, word => Regex.IsMatch(text, string.Concat(word.Characters.Select(forms => forms.Length > 1 && !char.IsSurrogate(forms[0]) ? $"[{Regex.Escape(forms)}]" : Regex.Escape(forms))), RegexOptions.None, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Every_form_folds_back_to_its_character()
    {
        for (var c = '\u4e00'; c < '\u9fa0'; c++)
            Assert.All(HanFolding.FormsOf(c).Skip(1), form => Assert.Equal(c.ToString(), HanFolding.Fold(form.ToString())));
    }
}
