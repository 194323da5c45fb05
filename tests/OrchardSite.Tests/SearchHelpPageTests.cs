using System.Net;

namespace OrchardSite.Tests;

/// <summary>What the search page says when it finds nothing or little.</summary>
public sealed class SearchHelpPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("加装店梯", "加装电梯")]
    [InlineData("加装电悌", "加装电梯")]
    public async Task What_was_meant_is_a_link(string query, string meant)
    {
        var page = await site.GetTextAsync("/search?q=" + query);

        Assert.Contains($"您要找的是不是：<a href=\"/search?q={Uri.EscapeDataString(meant)}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_enough_is_left_as_it_is() =>
        Assert.DoesNotContain("您要找的是不是", await site.GetTextAsync("/search?q=公开"), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_at_all_says_so_and_what_can_be_done()
    {
        var page = await site.GetTextAsync("/search?q=饕餮貔貅");

        Assert.Contains("没有找到与“饕餮貔貅”有关的内容", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("按指南申请公开", page, StringComparison.Ordinal);
        Assert.DoesNotContain("只含其中一部分词的内容", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phrase_that_stands_nowhere_is_answered_by_its_words_under_an_honest_heading()
    {
        var page = await site.GetTextAsync("/search?q=" + Uri.EscapeDataString("“电梯加装的既有”"));

        Assert.Contains("只含其中一部分词的内容", page, StringComparison.Ordinal);
        Assert.Contains("row-title", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_filters_hide_is_offered_without_them()
    {
        var page = await site.GetTextAsync("/search?q=加装电梯&year=1999");

        Assert.Contains("不加条件，共有", page, StringComparison.Ordinal);
        Assert.DoesNotContain("您要找的是不是", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_to_be_left_out_is_not_brought_in_by_a_search_for_something_close()
    {
        var page = await site.GetTextAsync("/search?q=" + Uri.EscapeDataString("“既有电梯饕餮” -既有住宅"));

        Assert.DoesNotContain("<mark>既有住宅</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_was_asked_for_is_said_to_be_the_same()
    {
        var hit = (await site.GetJsonAsync("/api/search?q=加装电梯&type=DisclosureEntry&size=1"))["hits"]![0]!;
        var item = await site.GetJsonAsync("/api/content/" + (string)hit["contentItemId"]!);
        var number = (string)item["DisclosureEntry"]!["DocumentNumber"]!["Text"]!;

        var page = await site.GetTextAsync("/search?q=" + Uri.EscapeDataString(number.Replace('〔', '[').Replace('〕', ']')));

        Assert.Contains("编号相符", page[page.IndexOf("row-head", StringComparison.Ordinal)..].Split("</li>")[0], StringComparison.Ordinal);
    }
}
