using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Passages;

public sealed class PassageTests : IAsyncLifetime
{
    private const string Law =
        "<h2 id=\"h-第一章\">第一章 总则</h2><p id=\"h-art-1\">第一条 为了规范停车，制定本办法。</p><p id=\"h-art-2\">第二条 机动车应当停放在车位。</p>"
        + "<h2 id=\"h-第二章\">第二章 收费</h2><p id=\"h-art-3\">第三条 差价另行规定。</p><p id=\"h-art-4\">第四条 残疾人停车减免费用。</p>";

    private readonly SiteInMemory _site = new();

    public async Task InitializeAsync()
    {
        _site.Data.Html["law"] = Law;
        await _site.Publish(Entry("law", "甲市停车管理办法", Law), Entry("other", "别的", "没有关系"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("残疾人 减免", "第四条", "h-art-4")]
    [InlineData("残疾人停车要收费吗？", "第四条", "h-art-4")]
    [InlineData("殘疾人", "第四条", "h-art-4")]
    [InlineData("机动车应当停放在哪里", "第二条", "h-art-2")]
    public void A_hit_names_the_article_that_answers_and_links_to_it(string query, string label, string anchor)
    {
        var hit = _site.Find(query).Hits[0];

        Assert.Equal(new SearchPassage(anchor, label), hit.Passage);
        Assert.Equal($"/entries/law#{anchor}", hit.Link);
        Assert.Contains(label, hit.Snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_one_hit_however_many_passages_match()
    {
        var found = _site.Find("停车");

        Assert.Equal(1, found.Total);
        Assert.Single(found.Hits);
        Assert.Equal(1, found.Facets[SearchFacets.Type].Sum(count => count.Count));
    }

    [Fact]
    public void Without_a_query_no_passage_is_named()
    {
        Assert.All(_site.Find(null).Hits, hit => Assert.Null(hit.Passage));
        Assert.Equal("/entries/other", _site.Find(null).Hits.Single(hit => hit.Item.ContentItemId == "other").Link);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(3000)]
    public async Task A_long_text_without_articles_shows_the_window_that_answers(int before)
    {
        _site.Data.Html["long"] = $"<p>{string.Concat(Enumerable.Repeat("没有关系的一句。", before))}</p><p>公积金可以提取。</p><p>{string.Concat(Enumerable.Repeat("也没有关系。", 300))}</p>";
        await _site.Publish(Entry("long", "通知", "正文"));

        Assert.Contains("<mark>公积金</mark>", _site.Find("公积金").Hits[0].Snippet.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_in_the_title_alone_still_has_a_hit()
    {
        await _site.Publish(Entry("empty", "住房补贴通知"));

        Assert.Equal("empty", _site.Find("住房补贴").Hits[0].Item.ContentItemId);
    }
}
