using System.Text.Json.Nodes;
using CsCheck;
using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Help;

public sealed class SuggestionTests : IAsyncLifetime
{
    private static readonly string[] Bits = ["住房", "公积金", "㎡", "m2", "gjj", "a", "zh", " ", "'", "\n", "𠮷", "\ud842", "ﷺ", "<b>", "条例", "\0", "tl", "“"];

    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.CatchUp();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("住房")]
    [InlineData("公积金")]
    [InlineData("住房公積金")]
    [InlineData("zfgjj")]
    [InlineData("ZFGJJ")]
    [InlineData("zhufang")]
    [InlineData("zhufanggongjij")]
    [InlineData("zhu fang gong")]
    [InlineData("zhu'fang")]
    [InlineData("管理 公积金")]
    public async Task A_title_is_suggested_by_its_characters_in_either_script_by_pinyin_and_by_initials(string typed)
    {
        await _site.Publish(Entry("a", "住房公积金管理条例"), Entry("b", "机动车停放办法"));

        var titles = _site.Help.Suggest(typed, 8).Where(suggestion => suggestion.Kind == SuggestionKind.Title);

        Assert.Equal("住房公积金管理条例", Assert.Single(titles).Text.Text);
    }

    [Fact]
    public async Task Initials_give_the_word_before_the_titles_that_have_it()
    {
        await _site.Publish(Entry("a", "甲市政府信息公开办法"), Entry("b", "关于政府信息公开的指南"), Entry("c", "住房信息管理"));

        var suggestions = _site.Help.Suggest("zfxxgk", 8);

        Assert.Equal([("政府信息公开", SuggestionKind.Word), ("甲市政府信息公开办法", SuggestionKind.Title), ("关于政府信息公开的指南", SuggestionKind.Title)],
            suggestions.Select(suggestion => (suggestion.Text.Text, suggestion.Kind)));
        Assert.Equal("甲市<mark>政府信息公开</mark>办法", suggestions[1].Text.ToHtml());
    }

    [Theory]
    [InlineData("yinhang", "银行")]
    [InlineData("chongqing", "重庆")]
    [InlineData("hangye", "行业")]
    [InlineData("kuaiji", "会计")]
    [InlineData("shizhang", "市长")]
    [InlineData("changjiang", "长江")]
    [InlineData("diaocha", "调查")]
    [InlineData("tiaozheng", "调整")]
    [InlineData("nvxing", "女性")]
    [InlineData("dishui", "地税")]
    public async Task Words_with_readings_of_their_own_are_found_by_those(string typed, string word)
    {
        await _site.Publish(Entry("a", $"关于{word}的通知"));

        Assert.Equal(word, _site.Help.Suggest(typed, 8)[0].Text.Text);
    }

    [Theory]
    [InlineData("xinxi", "《政府》、<mark>信息</mark>（公开）办法")]
    [InlineData("xinxigong", "《政府》、<mark>信息（公</mark>开）办法")]
    [InlineData("zhengfuxin", "《<mark>政府》、信</mark>息（公开）办法")]
    [InlineData("banf", "《政府》、信息（公开）<mark>办法</mark>")]
    public async Task What_is_typed_is_marked_with_what_stands_between_that_nobody_reads(string typed, string marked)
    {
        await _site.Publish(Entry("a", "《政府》、信息（公开）办法"));

        Assert.Equal(marked, _site.Help.Suggest(typed, 8).Single(suggestion => suggestion.Kind == SuggestionKind.Title).Text.ToHtml());
    }

    [Fact]
    public async Task What_begins_so_comes_first_then_what_is_short_and_a_title_only_once()
    {
        await _site.Publish(
            Entry("a", "关于公积金的通知"), Entry("b", "公积金管理条例实施细则"), Entry("c", "公积金条例"), Entry("d", "公积金条例"), Entry("e", "公積金條例"));

        Assert.Equal(["公積金條例", "公积金管理条例实施细则", "关于公积金的通知"], Texts("公积金"));
        Assert.Equal(2, _site.Help.Suggest("公积金", 2).Count);
    }

    [Fact]
    public async Task What_is_withdrawn_or_not_public_is_not_suggested_at_once_and_by_no_way()
    {
        await _site.Publish(Entry("a", "公积金管理条例"), Entry("b", "公积金缴存办法"), Entry("c", "公积金内部规定", mode: "依申请公开"));
        Assert.Equal(2, Texts("公积金").Count());

        await _site.Withdraw("a");

        Assert.Equal(["公积金缴存办法"], Texts("公积金"));
        Assert.Empty(Texts("guanlitiaoli"));
        Assert.Empty(Texts("gltl"));
        Assert.Empty(Texts("nbgd"));
    }

    [Fact]
    public async Task A_title_that_changed_is_suggested_as_it_is_now()
    {
        await _site.Publish(Entry("a", "公积金管理条例"));
        await _site.Publish(Entry("a", "公积金提取条例"));

        Assert.Equal(["公积金提取条例"], Texts("公积金"));
    }

    [Fact]
    public async Task Terms_and_questions_are_suggested_too()
    {
        var data = new SiteData
        {
            Definitions = Snapshot.With(
                [
                    new("QaIssue", "问答", DefinitionSettings.None, [Plain("TitlePart"), new("Questions", "BagPart", new(new JsonObject { ["BagPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray("QaPair") } }))]),
                    new("QaPair", "问答对", DefinitionSettings.None, [Plain("QaPair")]),
                ],
                [new("QaPair", DefinitionSettings.None, [new("Question", "TextField", new(new JsonObject { ["LuceneContentIndexSettings"] = new JsonObject { ["Included"] = true } }))])]),
        };
        WriteSettings(data.Settings);
        data.Settings[SettingsNames.IndexProfiles] = new() { ["SiteSearch"] = Profile("QaIssue") };
        await using var site = new SiteInMemory(data);
        var issue = Item("QaIssue", "q", "问答第1期");
        issue.EnsurePart("Questions")["ContentItems"] = new JsonArray(Pair("p1", "公积金怎么提取？"), Pair("p2", "何时到账？"));
        await site.Publish(Tree("topics", "公积金"), issue);

        Assert.Equal([("名为公积金", SuggestionKind.Term), ("公积金怎么提取？", SuggestionKind.Question)], site.Help.Suggest("公积金", 8).Select(suggestion => (suggestion.Text.Text, suggestion.Kind)));
        Assert.Contains("何时到账？", site.Help.Suggest("hsdz", 8).Select(suggestion => suggestion.Text.Text));

        static ContentTypePartDefinition Plain(string part) => new(part, part, DefinitionSettings.None);
        static JsonObject Pair(string id, string question) =>
            new() { ["ContentItemId"] = id, ["ContentType"] = "QaPair", ["QaPair"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = question } } };
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  　")]
    [InlineData("'")]
    [InlineData("\0")]
    public async Task Nothing_typed_gives_nothing(string? typed)
    {
        await _site.Publish(Entry("a", "公积金 管理' 条例"));

        Assert.DoesNotContain(_site.Help.Suggest(typed, 8), suggestion => suggestion.Text.Marks.Count == 0);
    }

    [Fact]
    public async Task More_than_is_served_gives_nothing()
    {
        await _site.Publish(Entry("a", new string('长', 300)));

        Assert.Empty(Texts(new string('长', ISearchHelp.LongestTyped + 1)));
        Assert.Single(Texts(new string('长', ISearchHelp.LongestTyped)));
    }

    [Fact]
    public async Task Whatever_is_typed_gives_an_answer_within_bounds()
    {
        await _site.Publish(Entry("a", "㎡ 住房 <b>公积金</b> \n管理条例"), Entry("b", "𠮷野家 ﷺ 条例"), Entry("c", ""), Entry("d", "abc ＡＢＣ"));
        var words = Gen.Int[0, 17].Select(i => Bits[i]);

        words.Array[0, 12].Select(string.Concat).Sample(typed =>
        {
            foreach (var suggestion in _site.Help.Suggest(typed, 5))
                _ = suggestion.Text.ToHtml();
        }, iter: 400);
    }

    private IEnumerable<string> Texts(string typed) => _site.Help.Suggest(typed, 20).Where(suggestion => suggestion.Kind != SuggestionKind.Word).Select(suggestion => suggestion.Text.Text);
}
