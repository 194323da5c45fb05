using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Recipes.Tests;

/// <summary>A site in memory: the model's own rules over dictionaries. Storage's contract suite says what the real one does.</summary>
internal sealed class MemorySite : IContentManager, IContentReader, IContentDefinitions, ISettings, IUnitOfWork, IDisposable
{
    private readonly Dictionary<string, List<ContentItem>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _documents = new(StringComparer.Ordinal);
    private readonly ServiceProvider _services;

    public MemorySite(params RecipeFeature[] features)
    {
        var services = new ServiceCollection().AddGongkaiContent().AddGongkaiRecipes();
        services.AddSingleton<IContentManager>(this).AddSingleton<IContentReader>(this).AddSingleton<IContentDefinitions>(this).AddSingleton<ISettings>(this).AddSingleton<IUnitOfWork>(this);
        services.AddSingleton(new ReservedRoute("search"));
        foreach (var feature in features)
            services.AddSingleton(feature);
        _services = services.BuildServiceProvider();
    }

    public DefinitionSnapshot Current { get; private set; } = DefinitionSnapshot.Empty;

    /// <summary>How many transactions were written.</summary>
    public int Writes { get; private set; }

    public async Task<RecipeReport> ImportAsync(string recipe, bool checkOnly = false, IProgress<RecipeProgress>? progress = null) =>
        await ImportAsync([Source(recipe)], checkOnly, progress);

    public async Task<RecipeReport> ImportAsync(IReadOnlyList<RecipeSource> sources, bool checkOnly = false, IProgress<RecipeProgress>? progress = null)
    {
        using var scope = _services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync(sources, checkOnly, progress);
    }

    public async Task<Recipes.Export.ExportReport> ExportAsync(string path, IReadOnlyList<RecipeSource>? setup = null, params string[] types)
    {
        using var scope = _services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Recipes.Export.RecipeExporter>().ExportAsync(path, setup ?? [], types);
    }

    public static RecipeSource Source(string recipe) => new("试.recipe.json", () => new MemoryStream(Encoding.UTF8.GetBytes(recipe)));

    public Task SaveAsync(IReadOnlyCollection<ContentTypeDefinition> types, IReadOnlyCollection<ContentPartDefinition> parts, CancellationToken cancellationToken = default)
    {
        Writes++;
        Current = Current.With(types, parts);
        return Task.CompletedTask;
    }

    public JsonObject Get(string name) => _documents.TryGetValue(name, out var document) ? document.DeepClone().AsObject() : [];

    public Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default)
    {
        Writes++;
        _documents[name] = document.DeepClone().AsObject();
        return Task.CompletedTask;
    }

    public Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken = default)
    {
        var results = operations.Cast<ImportVersion>().Select(Import).ToList();
        if (results.Any(result => result.Outcome is OperationOutcome.Added or OperationOutcome.Changed))
            Writes++;
        return Task.FromResult(new ContentResult(results));
    }

    public Task<ContentResult> CheckAsync(IReadOnlyList<ImportVersion> operations, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ContentResult([.. operations.Select(Check)]));

    public Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        Task.FromResult(Find(contentItemId, version)?.Clone());

    public Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ContentItem>>([.. contentItemIds.Select(id => Find(id, version)).OfType<ContentItem>()]);

    public IAsyncEnumerable<ContentItem> StreamAsync(IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        _versions.Keys.Order(StringComparer.Ordinal).Select(id => Find(id, version)).OfType<ContentItem>()
            .Where(item => contentTypes.Count == 0 || contentTypes.Contains(item.ContentType)).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ContentItem>>([.. History(contentItemId).Reverse<ContentItem>()]);

    public Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default) =>
        Task.FromResult(OwnerOf(path) is { } owner ? new RouteTarget(owner, null) : null);

    public Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyCollection<string>> FindTermsInUseAsync(string taxonomyId, IReadOnlyCollection<string> termIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task RunAsync(Func<IServiceProvider, Task> work) => work(_services);

    public void Dispose() => _services.Dispose();

    private OperationResult Check(ImportVersion operation)
    {
        var item = operation.Item;
        var versionId = ContentLifecycle.VersionIdOf(item);
        var history = History(item.ContentItemId);
        if (history.Find(version => version.ContentItemVersionId == versionId) is { } same)
            return same.HasSameContent(Normalized(item)) ? Result(OperationOutcome.Unchanged) : Result(OperationOutcome.Refused, "ContentItemVersionId", "同一版本编号，内容不同。");
        if (history.Count > 0 && history[0].ContentType != item.ContentType)
            return Result(OperationOutcome.Refused, "ContentItemId", $"编号已用于“{history[0].ContentType}”。");
        if (item.Published && AutoroutePart.RouteOf(item) is { } route && OwnerOf(route) is { } owner && owner != item.ContentItemId)
            return Result(OperationOutcome.Refused, "AutoroutePart.Path", $"地址已由“{owner}”使用。");
        return Result(history.Count == 0 ? OperationOutcome.Added : OperationOutcome.Changed);

        OperationResult Result(OperationOutcome outcome, string path = "", string message = "") =>
            new(item.ContentItemId, versionId, outcome, message.Length == 0 ? [] : [new(path, message)]);
    }

    private OperationResult Import(ImportVersion operation)
    {
        var result = Check(operation);
        if (result.Outcome is not (OperationOutcome.Added or OperationOutcome.Changed))
            return result;
        var id = operation.ContentItemId;
        var change = ContentLifecycle.Import(new(Find(id, VersionOption.Published), Find(id, VersionOption.Latest)), operation.Item, DateTime.UnixEpoch);
        var history = _versions[id] = History(id);
        foreach (var updated in change.Updated)
            history[history.FindIndex(version => version.ContentItemVersionId == updated.ContentItemVersionId)] = updated;
        history.Add(change.Inserted!);
        return result;
    }

    private static ContentItem Normalized(ContentItem item)
    {
        var copy = item.Clone();
        ContentLifecycle.NormalizeEnvelope(copy, DateTime.UnixEpoch);
        return copy;
    }

    private List<ContentItem> History(string id) => _versions.GetValueOrDefault(id) ?? [];

    private ContentItem? Find(string id, VersionOption version) => History(id).Find(item => version == VersionOption.Published ? item.Published : item.Latest);

    private string? OwnerOf(string route) => _versions.Keys.FirstOrDefault(id =>
        Find(id, VersionOption.Published) is { } item && AutoroutePart.RouteOf(item) is { } path && ReservedRoutes.Normalize(path) == ReservedRoutes.Normalize(route));
}
