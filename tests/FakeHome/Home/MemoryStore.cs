using System.Text.Json.Nodes;
using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>What the home keeps: the newest and the published version of each item, the feed, definitions, settings, counters. All in memory.</summary>
internal sealed class MemoryStore : IChangeFeed, ISettings, IContentDefinitions, ICounters
{
    private readonly List<Change> _changes = [];
    private readonly Dictionary<string, JsonObject> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);

    public Dictionary<string, ItemState> Items { get; } = new(StringComparer.Ordinal);

    public DefinitionSnapshot Current { get; private set; } = DefinitionSnapshot.Empty;

    public IEnumerable<ContentItem> Published => Items.Values.Select(state => state.Published).OfType<ContentItem>();

    public Change Note(ChangeSubject subject, string id, string contentType = "")
    {
        var change = new Change(_changes.Count + 1, subject, id, contentType);
        _changes.Add(change);
        return change;
    }

    public Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Change>>([.. _changes.Skip((int)after).Take(count)]);

    public Task<long> GetLastAsync(CancellationToken cancellationToken = default) => Task.FromResult((long)_changes.Count);

    public JsonObject Get(string name) => _documents.TryGetValue(name, out var document) ? document.DeepClone().AsObject() : [];

    public Task SaveAsync(string name, JsonObject document)
    {
        _documents[name] = document;
        Note(ChangeSubject.Settings, name);
        return Task.CompletedTask;
    }

    public Task SaveAsync(IReadOnlyCollection<ContentTypeDefinition> types, IReadOnlyCollection<ContentPartDefinition> parts)
    {
        Current = Current.With(types, parts);
        Note(ChangeSubject.Definitions, "");
        return Task.CompletedTask;
    }

    public Task<long> NextAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(_counters[name] = _counters.GetValueOrDefault(name) + 1);

    public Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(_counters.GetValueOrDefault(name));

    public Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default)
    {
        _counters[name] = Math.Max(used, _counters.GetValueOrDefault(name));
        return Task.CompletedTask;
    }
}
