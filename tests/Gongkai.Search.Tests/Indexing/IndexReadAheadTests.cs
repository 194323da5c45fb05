using Gongkai.Search.Indexing;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Indexing;

public sealed class IndexReadAheadTests : IAsyncLifetime
{
    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.Publish(Entry("a", "停车办法", "正文"));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public void All_that_searches_read_is_read_but_what_is_stored_of_documents()
    {
        using var folder = IndexFolder.Take(Path.Combine(_site.Data.Folder, "index"));
        var files = Directory.GetFiles(folder.CurrentPath!).ToDictionary(path => Path.GetExtension(path), path => new FileInfo(path).Length).Where(file => file.Key != ".fdt");

        Assert.Equal(files.Sum(file => file.Value), IndexReadAhead.Read(folder.CurrentPath!));
        Assert.NotEmpty(_site.Find("停车").Hits);
    }
}
