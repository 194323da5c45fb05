using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search.Tests.Indexing;

/// <summary>The text of attachments is found with the item that shows them, and named after the file.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_word_of_an_attachment_finds_its_item_by_a_passage_named_after_the_file()
    {
        var files = new Files { ["docs/申报指南.pdf"] = "第一页的话。\n\n纳税人应当携带营业执照副本原件办理。" };
        await using var site = new SiteInMemory(configure: services => services.AddSingleton<IFileTexts>(files));
        var item = SampleDefinitions.Entry("e1", "关于申报的通知", "正文什么也没说。");
        site.Data.Html["e1"] = """<p>见<a href="/media/docs/%E7%94%B3%E6%8A%A5%E6%8C%87%E5%8D%97.pdf">附件</a>。</p>""";
        await site.Publish(item);

        var hit = Assert.Single(site.Find("营业执照副本").Hits);

        Assert.Equal("e1", hit.Item.ContentItemId);
        Assert.Equal(new SearchPassage(null, "申报指南.pdf"), hit.Passage);
    }

    private sealed class Files : Dictionary<string, string>, IFileTexts
    {
        public Task<FileText> GetAsync(string path, CancellationToken cancellationToken = default) =>
            Task.FromResult(TryGetValue(path, out var text) ? new FileText(FileTextState.Whole, text) : FileText.None(FileTextState.NotRead));
    }
}
