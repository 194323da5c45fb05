using System.Text.Json.Nodes;
using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Queries;

public sealed class UnderstandingTests : IAsyncLifetime
{
    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.Publish(
        Tree("issuers", "i1", "i2"),
        Entry("a", "互联网上网服务办法", "互联网场所。", number: "甲政发〔2021〕5号", issuer: "i1", issued: "2021-03-01"),
        Entry("b", "停车管理办法", "停车。网吧附近。", issuer: "i2", issued: "2022-03-01"),
        Entry("c", "停车管理办法（草案）", "停车。解除劳动合同。", issuer: "i1", issued: "2022-04-01"));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("停车 -草案", "b")]
    [InlineData("-停车", "a")]
    [InlineData("停车 发布机构:i2", "b")]
    [InlineData("年份:2022", "b c")]
    [InlineData("年份:2022 -草案", "b")]
    [InlineData("标题:停车", "b c")]
    [InlineData("標題：「互联网」", "a")]
    [InlineData("标题:网吧", "")]
    [InlineData("文号:甲政發【2021】第5號", "a")]
    [InlineData("文号:甲政发〔2021〕6号", "")]
    [InlineData("停车 年份:2021", "")]
    public void What_is_typed_narrows(string query, string ids) => Assert.Equal(ids, string.Join(' ', _site.Ids(query).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task To_a_question_a_text_that_only_passes_another_on_answers_after_the_others_and_counts_all_the_same()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"第{i}项为受灾的企业缓缴费用，期限{i}个月。"));
        await _site.Publish(
            Entry("d1", "缓缴社会保险费的通知", text), Entry("d2", "转发缓缴社会保险费的通知", "现转发给你们。" + text), Entry("d3", "缓缴费用的说明", "企业怎样缓缴费用，另有说明。"));

        var asked = _site.Search.Search(new() { Query = "企业怎么缓缴社会保险费？" });

        Assert.Equal("d3", asked.Hits[1].Item.ContentItemId);
        Assert.Equal(3, asked.Total);
        Assert.Equal(["d1", "d2"], _site.Ids("缓缴社会保险费的通知").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Synonyms_act_on_the_next_query_without_a_new_index()
    {
        Assert.Empty(_site.Ids("網路上网"));
        var generation = _site.Search.Generation;

        await TellAsync(synonyms: "互联网、網路、網際網路\n炒鱿鱼 → 解除劳动合同");

        Assert.Equal(["a"], _site.Ids("网路上网"));
        Assert.Equal(["c"], _site.Ids("炒鱿鱼"));
        Assert.Equal(["c"], _site.Ids("怎么炒鱿鱼？"));
        Assert.Empty(_site.Ids("解除劳动合同 网吧"));
        Assert.Equal(generation, _site.Search.Generation);
        await TellAsync(synonyms: "");
        Assert.Empty(_site.Ids("炒鱿鱼"));
    }

    [Fact]
    public async Task Picks_come_first_labelled_counted_and_only_where_filters_let_them()
    {
        await TellAsync(picks: "停车、停車場 → entries/a、nowhere");

        var found = _site.Find("停车");

        Assert.Equal(3, found.Total);
        Assert.Equal(["a", "b", "c"], found.Hits.Select(hit => hit.Item.ContentItemId));
        Assert.Equal([true, false, false], found.Hits.Select(hit => hit.IsPick));
        Assert.Equal(["a"], _site.Ids("停车场"));
        Assert.DoesNotContain("a", _site.Ids("停车", SearchSort.Relevance, (SearchFacets.Year, "2022")));
    }

    [Fact]
    public void A_partial_answer_says_so()
    {
        Assert.False(_site.Find("停车").IsPartial);
        Assert.True(_site.Find("停车应当到哪里办理？").IsPartial);
        Assert.False(_site.Find("完全不存在").IsPartial);
    }

    [Fact]
    public async Task A_repealed_document_stays_below_what_is_in_force()
    {
        await _site.Publish(Entry("old", "供水条例", "供水。", validity: "废止", published: "2023-01-01"), Entry("new", "供水条例", "供水。"));

        Assert.Equal(["new", "old"], _site.Ids("供水条例"));
    }

    [Fact]
    public async Task What_others_name_answers_a_question_first()
    {
        await _site.Publish(Entry("x1", "甲市施工通知", "工程质量应当保证。", published: "2023-01-01"), Entry("law", "工程质量法", "工程质量应当保证。"));
        await _site.Publish([.. Enumerable.Range(0, 50).Select(i => Entry($"n{i:00}", "别的", "依照《中华人民共和国工程质量法》。"))]);

        Assert.Equal("law", _site.Ids("质量应当怎么保证？")[0]);
    }

    [Fact]
    public async Task Of_what_others_name_the_law_of_the_matter_answers_before_the_one_that_everybody_names()
    {
        await _site.Publish(Entry("general", "总法典", "渡口应当设救生设备。"), Entry("special", "渡口安全法", "渡口应当设救生设备。", published: "2020-01-01"));
        await _site.Publish([.. Enumerable.Range(0, 300).Select(i => Entry($"n{i:000}", "别的", i < 30 ? "依照《总法典》。" : "另有安排。"))]);
        Assert.Equal("general", _site.Ids("渡口救生设备应当怎么设？")[0]);

        await _site.Publish([.. Enumerable.Range(0, 12).Select(i => Entry($"f{i:00}", "通知", $"第{i}号渡口依照《渡口安全法》检查。"))]);

        Assert.Equal("special", _site.Ids("渡口救生设备应当怎么设？")[0]);
    }

    [Fact]
    public async Task What_holds_everywhere_answers_before_a_places_own_unless_the_place_is_named()
    {
        await _site.Publish(Entry("local", "江苏省河道条例", "河道应当定期清淤。", published: "2023-01-01"), Entry("national", "国家河道条例", "河道应当定期清淤。"));

        Assert.Equal("national", _site.Ids("河道应当怎么清淤？")[0]);
        Assert.Equal("local", _site.Ids("江苏河道应当怎么清淤？")[0]);
    }

    [Fact]
    public async Task To_a_question_an_older_version_of_an_answer_steps_back()
    {
        static string Articles(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => $"第{i}项：水库应当每{i}日巡查并记录。"));
        await _site.Publish(Entry("v1", "水库巡查办法", Articles(0, 60)), Entry("v2", "水库巡查办法", Articles(0, 60) + Articles(60, 80)), Entry("other", "巡查记录的说明", "巡查怎样记录，另有说明。"));

        Assert.Equal("other", _site.Ids("水库应当怎么巡查？")[1]);
        Assert.Equal(["v1", "v2"], _site.Ids("水库巡查").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Synonyms_find_words_and_hardly_order_them()
    {
        await TellAsync(synonyms: "捐款 → 捐赠、慈善组织、公开募捐");
        await _site.Publish(
            Entry("meant", "捐款发展办法", "捐款发展。"),
            Entry("like", "慈善促进规定", "捐款发展。捐赠、慈善组织、公开募捐。慈善组织公开募捐，捐赠。"),
            Entry("said", "募捐规定", "发展公开募捐。"));

        Assert.Equal(["meant", "like", "said"], _site.Ids("发展 捐款"));
    }

    private async Task TellAsync(string synonyms = "", string picks = "")
    {
        var site = ((ISettings)_site).Get(SettingsNames.Site);
        site["SearchVocabulary"] = new JsonObject
        {
            ["ContentType"] = "SearchVocabulary",
            ["SearchVocabulary"] = new JsonObject { ["Synonyms"] = new JsonObject { ["Text"] = synonyms }, ["Picks"] = new JsonObject { ["Text"] = picks } },
        };
        await ((ISettingsStore)_site).SaveAsync(SettingsNames.Site, site);
        await _site.CatchUp();
    }
}
