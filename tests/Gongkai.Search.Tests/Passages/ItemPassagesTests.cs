using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Passages;
using Gongkai.Search.Queries;

namespace Gongkai.Search.Tests.Passages;

/// <summary>The passages of one item, and those that answer a question.</summary>
public sealed class ItemPassagesTests
{
    private static readonly string[] Regulation =
    [
        """
        <h2 id="h-zz">总则</h2><p id="h-art-1">第一条　为了规范共享单车停放，制定本办法。</p><p id="h-art-2">第二条　市城管局负责监督管理，并受理举报。</p>
        <h2 id="h-tf">停放</h2><p id="h-art-3">第三条　共享单车应当停放在划定的区域内。盲道和消防通道上禁止停放。</p><p>违反的，由企业在两小时内清理。</p>
        <h2 id="h-fz">罚则</h2><p id="h-art-4">第四条　企业未按时清理的，处一千元以上五千元以下罚款。</p>
        """,
    ];

    [Fact]
    public async Task Articles_are_passages_with_their_anchors_and_a_heading_alone_is_none()
    {
        var passages = (await WithSynonymsAsync("")).Of(Regulation);

        Assert.Equal(["第一条", "第二条", "第三条", "第四条"], passages.Select(passage => passage.Label));
        Assert.Equal(["h-art-1", "h-art-2", "h-art-3", "h-art-4"], passages.Select(passage => passage.Anchor));
        Assert.Equal("第三条　共享单车应当停放在划定的区域内。盲道和消防通道上禁止停放。\n违反的，由企业在两小时内清理。", passages[2].Text);
    }

    [Theory]
    [InlineData("请问盲道上可以停单车吗？", "第三条")]
    [InlineData("企业不清理要罚多少钱？", "第四条")]
    [InlineData("乱停找谁举报", "第二条")]
    [InlineData("共享單車應當停放在哪裡？", "第三条")]
    public async Task The_passage_that_answers_a_question_comes_first(string question, string article) =>
        Assert.Equal(article, (await WithSynonymsAsync("")).Propose(Regulation, question, 3)[0].Label);

    [Fact]
    public async Task Synonyms_of_the_site_help()
    {
        Assert.Empty((await WithSynonymsAsync("")).Propose(Regulation, "投诉", 3));
        Assert.Equal("第二条", (await WithSynonymsAsync("投诉 → 受理举报")).Propose(Regulation, "投诉", 3)[0].Label);
    }

    [Theory]
    [InlineData("")]
    [InlineData("？？？")]
    [InlineData("税")]
    [InlineData("博物馆门票")]
    public async Task Of_what_is_not_said_nothing_is_proposed(string question) => Assert.Empty((await WithSynonymsAsync("")).Propose(Regulation, question, 3));

    private static async Task<ItemPassages> WithSynonymsAsync(string synonyms)
    {
        var settings = new Settings(synonyms);
        var vocabulary = new VocabularyFollower(settings, settings);
        await vocabulary.CatchUpAsync(1);
        return new(vocabulary);
    }

    private sealed class Settings(string synonyms) : ISettings, IChangeFeed
    {
        public JsonObject Get(string name) => new() { ["SearchVocabulary"] = new JsonObject { ["SearchVocabulary"] = new JsonObject { ["Synonyms"] = new JsonObject { ["Text"] = synonyms } } } };

        public Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<Change>>(after == 0 ? [new(1, ChangeSubject.Settings, SettingsNames.Site, "")] : []);

        public Task<long> GetLastAsync(CancellationToken cancellationToken = default) => Task.FromResult(1L);
    }
}
