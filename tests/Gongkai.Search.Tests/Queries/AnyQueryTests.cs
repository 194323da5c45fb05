using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Queries;

/// <summary>Whatever anybody types: no fault, no endless work, nothing that is not public. Longer by <c>GONGKAI_FUZZ_SECONDS</c>.</summary>
public sealed class AnyQueryTests
{
    // A query over forty entries takes milliseconds; a parser that goes astray takes for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Pieces =
    [
        "公开", "政府信息", "税", "資訊", "ＡＢＣ", "苏政发〔2021〕5号", "蘇政發[2021]5號", "“", "”", "\"", "「", "」", "『", "』", "(", ")", "*", "?", "~", "^", ":", "-", "-公开", "标题:", "文号：", "发布机构:甲", "年份:2021", "吗", "怎么", "请问", "+", "!", "&&", "||", "AND", "OR", "NOT",
        "[", "]", "{", "}", "\\", "/", " ", "　", "\t", "\n", "\0", "\u200b", "\ufeff", "𠮷", "\ud800", "\udc00", "é", "㎡", "①", "〔", "〕", "号", "第", "1", "2021", "secret", "title:", "<script>", "%", "é́́́",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        OneOf(Pieces).Array[0, 40].Select(pieces => string.Concat(pieces)),
        Gen.String[Gen.Char, 0, 512],
        Gen.Char['\u4e00', '\u9fff'].Array[0, 512].Select(characters => new string(characters)),
        Gen.Select(OneOf(Pieces), Gen.Int[1, 512], (piece, times) => string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public async Task Any_text_finds_public_items_or_nothing()
    {
        await using var site = new SiteInMemory();
        await site.Publish([.. Enumerable.Range(0, 20).Select(i => Entry($"public-{i}", "政府信息公开条例", "税收 資訊 ABC 第1号", number: "苏政发〔2021〕5号"))]);
        await site.Publish([.. Enumerable.Range(0, 20).Select(i => Entry($"hidden-{i}", "政府信息公开条例", "税收 資訊 ABC 第1号", number: "苏政发〔2021〕5号", mode: "不予公开"))]);

        Sample(Text, text =>
        {
            var watch = Stopwatch.StartNew();
            SearchResult result;
            try
            {
                result = site.Find(text);
            }
            catch (SearchRequestException fault)
            {
                Assert.True(text.Length > 512, fault.Message);
                return;
            }

            Assert.All(result.Hits, hit => Assert.StartsWith("public-", hit.Item.ContentItemId, StringComparison.Ordinal));
            Assert.True(result.Total <= 20);
            Assert.True(watch.Elapsed < Patience, "It took too long.");
        });
    }

    [Fact]
    public async Task Any_filters_and_pages_find_public_items_or_are_refused()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("public", "公开", topics: ["t"]), Entry("hidden", "公开", topics: ["t"], mode: "不予公开"));
        var request = Gen.Select(Text, OneOf(SearchFacets.All), Text, Gen.Int, Gen.Int[-5, 200], (query, facet, value, page, size) => new SearchRequest
        {
            Query = query,
            Filters = new Dictionary<string, IReadOnlyList<string>> { [facet] = [value, "t"] },
            Page = page,
            Size = size,
            RoutePrefix = value,
        });

        Sample(request, asked =>
        {
            try
            {
                Assert.All(site.Search.Search(asked).Hits, hit => Assert.Equal("public", hit.Item.ContentItemId));
            }
            catch (SearchRequestException)
            {
                // It says what it asks too much of.
            }
        });
    }

    private static Gen<string> OneOf(IReadOnlyList<string> texts) => Gen.Int[0, texts.Count - 1].Select(i => texts[i]);

    private static void Sample<T>(Gen<T> gen, Action<T> assert)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds))
            gen.Sample(assert, time: seconds, threads: 1);
        else
            gen.Sample(assert, iter: 500, threads: 1);
    }
}
