using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Indexing;
using Gongkai.Search.Log;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Search.Tests;

/// <summary>What outlives a process: the items, the feed, the settings, the folder.</summary>
public sealed class SiteData
{
    private static readonly string Folders = FoldersOfThisProcess();

    public ConcurrentDictionary<string, ContentItem> Published { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Html { get; } = new(StringComparer.Ordinal);
    public List<Change> Changes { get; } = [];
    public Dictionary<string, JsonObject> Settings { get; } = new(StringComparer.Ordinal);
    public DefinitionSnapshot Definitions { get; set; } = SampleDefinitions.Snapshot;
    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(Folders, Guid.NewGuid().ToString("N"))).FullName;

    // A test process is ended before it could delete hundreds of folders: the next one does it.
    private static string FoldersOfThisProcess()
    {
        var all = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "gongkai-search"));
        foreach (var left in all.GetDirectories().Where(folder => !IsRunning(folder.Name)))
            left.Delete(recursive: true);
        return all.CreateSubdirectory(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)).FullName;
    }

    private static bool IsRunning(string processId)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>A site with real search over items in memory. Several over the same data stand for restarts, or for a reloaded tenant.</summary>
public sealed class SiteInMemory : IContentReader, IChangeFeed, IUnitOfWork, ISiteFolder, ISettingsStore, IContentDefinitions, IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public SiteInMemory(SiteData? data = null, Action<IServiceCollection>? configure = null)
    {
        var isNew = data is null;
        Data = data ?? new SiteData();
        if (isNew)
            SampleDefinitions.WriteSettings(Data.Settings);
        var services = new ServiceCollection();
        services.AddSingleton<IContentReader>(this).AddSingleton<IChangeFeed>(this).AddSingleton<IUnitOfWork>(this)
            .AddSingleton<ISiteFolder>(this).AddSingleton<ISettings>(this).AddSingleton<ISettingsStore>(this).AddSingleton<IContentDefinitions>(this)
            .AddSingleton<TimeProvider>(Time).AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.Utc))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddGongkaiContent().AddGongkaiFollowing().AddGongkaiSearch().AddGongkaiSearchSteps();
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    public SiteData Data { get; }

    public FakeTimeProvider Time { get; } = new();

    public int Reads { get; private set; }

    public ISearch Search => _provider.GetRequiredService<ISearch>();

    public IPublicItems PublicItems => _provider.GetRequiredService<IPublicItems>();
    public ISearchLists Lists => _provider.GetRequiredService<ISearchLists>();

    public IPinyin Pinyin => _provider.GetRequiredService<IPinyin>();

    public ISearchHelp Help => _provider.GetRequiredService<ISearchHelp>();

    public ISearchLog Log => _provider.GetRequiredService<ISearchLog>();

    public SearchLogWriting LogWriting => _provider.GetRequiredService<SearchLogWriting>();

    public SearchIndex Index => _provider.GetRequiredService<SearchIndex>();

    internal IndexFollower Follower => _provider.GetRequiredService<IndexFollower>();

    public DefinitionSnapshot Current => Data.Definitions;

    public IEnumerable<IRecipeStep> Steps => _provider.GetServices<IRecipeStep>();

    /// <summary>Publishes items without telling the search.</summary>
    public void Write(params ContentItem[] items)
    {
        foreach (var item in items)
        {
            Data.Published[item.ContentItemId] = item;
            Note(ChangeSubject.Item, item.ContentItemId, item.ContentType);
        }
    }

    /// <summary>Takes an item away without telling the search.</summary>
    public void Erase(string id)
    {
        Data.Published.TryRemove(id, out var item);
        Note(ChangeSubject.Item, id, item!.ContentType);
    }

    public void Note(ChangeSubject subject, string id, string type = "")
    {
        lock (Data.Changes)
            Data.Changes.Add(new Change(Data.Changes.Count + 1, subject, id, type));
    }

    public async Task CatchUp()
    {
        foreach (var follower in _provider.GetServices<IChangeFollower>())
            await follower.CatchUpAsync(Data.Changes.Count);
    }

    /// <summary>Tells the search of the last changes ahead of any others.</summary>
    public async Task Show(int count)
    {
        foreach (var follower in _provider.GetServices<IChangeFollower>())
            await follower.ShowAsync([.. Data.Changes.TakeLast(count)]);
    }

    /// <summary>Tells the search that changes after a sequence number were made elsewhere.</summary>
    public async Task Hide(int after)
    {
        foreach (var follower in _provider.GetServices<IChangeFollower>())
            await follower.HideAsync([.. Data.Changes.Where(change => change.Sequence > after)]);
    }

    public async Task Publish(params ContentItem[] items)
    {
        Write(items);
        await CatchUp();
    }

    public async Task Withdraw(string id)
    {
        Erase(id);
        await CatchUp();
    }

    public SearchResult Find(string? query, SearchSort sort = SearchSort.Relevance, params (string Facet, string Value)[] filters) => Search.Search(new SearchRequest
    {
        Query = query,
        Sort = sort,
        Filters = filters.GroupBy(f => f.Facet).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(f => f.Value)]),
    });

    public string[] Ids(string? query, SearchSort sort = SearchSort.Relevance, params (string Facet, string Value)[] filters) =>
        [.. Find(query, sort, filters).Hits.Select(hit => hit.Item.ContentItemId)];

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    Task<ContentItem?> IContentReader.GetAsync(string contentItemId, VersionOption version, CancellationToken cancellationToken) =>
        Task.FromResult(Data.Published.GetValueOrDefault(contentItemId)?.Clone());

    Task<IReadOnlyList<ContentItem>> IContentReader.GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<ContentItem>>([.. contentItemIds.Select(id => Data.Published.GetValueOrDefault(id)).OfType<ContentItem>().Select(item => item.Clone())]);
    }

    async IAsyncEnumerable<ContentItem> IContentReader.StreamAsync(IReadOnlyCollection<string> contentTypes, VersionOption version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reads++;
        foreach (var item in Data.Published.Values.Where(item => contentTypes.Count == 0 || contentTypes.Contains(item.ContentType)).OrderBy(item => item.ContentItemId, StringComparer.Ordinal).ToList())
        {
            await BeforeStreaming(item.ContentItemId);
            cancellationToken.ThrowIfCancellationRequested();
            yield return item.Clone();
        }
    }

    /// <summary>Runs before each item of a stream, so that a test can stand in the middle of a rebuild.</summary>
    public Func<string, Task> BeforeStreaming { get; set; } = _ => Task.CompletedTask;

    Task<IReadOnlyList<ContentItem>> IContentReader.BacklinksAsync(string contentItemId, string? contentType, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<RouteTarget?> IContentReader.FindRouteAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<string?> IContentReader.FindAliasAsync(string alias, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyDictionary<string, string>> IContentReader.GetHtmlAsync(ContentItem item, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Data.Html.TryGetValue(item.ContentItemId, out var html)
            ? new Dictionary<string, string> { ["MarkdownBodyPart"] = html } : new Dictionary<string, string>());

    Task<IReadOnlyDictionary<string, string>> IContentReader.FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<Change>> IChangeFeed.ReadAsync(long after, int count, CancellationToken cancellationToken)
    {
        lock (Data.Changes)
            return Task.FromResult<IReadOnlyList<Change>>([.. Data.Changes.Where(change => change.Sequence > after).Take(count)]);
    }

    Task<long> IChangeFeed.GetLastAsync(CancellationToken cancellationToken) => Task.FromResult((long)Data.Changes.Count);

    Task IUnitOfWork.RunAsync(Func<IServiceProvider, Task> work) => work(_provider);

    string ISiteFolder.Path(string name) => Path.Combine(Data.Folder, name);

    JsonObject ISettings.Get(string name) => Data.Settings.GetValueOrDefault(name)?.DeepClone().AsObject() ?? [];

    Task ISettingsStore.SaveAsync(string name, JsonObject document, CancellationToken cancellationToken)
    {
        Data.Settings[name] = document;
        Note(ChangeSubject.Settings, name);
        return Task.CompletedTask;
    }
}
