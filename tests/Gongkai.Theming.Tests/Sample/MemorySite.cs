using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Tests.Sample;

/// <summary>A site's items and settings in memory: theming only ever asks for one item, for taxonomies and for settings.</summary>
internal sealed class MemorySite(IEnumerable<ContentItem> items) : IContentReader, IChangeFeed, IUnitOfWork, ISettings
{
    private readonly Dictionary<string, ContentItem> _items = items.ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);

    public JsonObject Settings { get; set; } = [];

    /// <summary>Stored templates by name.</summary>
    public JsonObject Templates { get; set; } = [];

    public IEnumerable<ContentItem> Items => _items.Values;

    public JsonObject Get(string name) => (name switch { SettingsNames.Site => Settings, SettingsNames.Templates => Templates, _ => [] }).DeepClone().AsObject();

    public Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        Task.FromResult(_items.GetValueOrDefault(contentItemId));

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var item in _items.Values.Where(item => contentTypes.Contains(item.ContentType)))
            yield return item;
    }

    public Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<Change>>([]);

    public Task<long> GetLastAsync(CancellationToken cancellationToken = default) => Task.FromResult(1L);

    public Task RunAsync(Func<IServiceProvider, Task> work) => work(new ServiceCollection().AddSingleton<IContentReader>(this).BuildServiceProvider());

    public Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
