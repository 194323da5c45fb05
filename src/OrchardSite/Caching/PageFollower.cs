using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Forgets pages as the feed says. Last of all followers: what pages read shows a change before its pages are forgotten.</summary>
internal sealed class PageFollower(PageStore store, IChangeFeed feed, IUnitOfWork unitOfWork, IContentDefinitions definitions, Taxonomies taxonomies) : IChangeFollower, IDisposable
{
    private const int BatchSize = 500;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _sequence = -1;

    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _sequence) >= sequence)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // In a new process nothing is kept yet.
            if (_sequence < 0)
            {
                store.ForgetAll();
                Volatile.Write(ref _sequence, sequence);
            }

            while (_sequence < sequence)
            {
                var changes = await feed.ReadAsync(_sequence, BatchSize, cancellationToken);
                if (changes.Count == 0)
                    return;
                await ShowAsync(changes, cancellationToken);
                Volatile.Write(ref _sequence, changes[^1].Sequence);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        // At once, and again when it is known what the items link to and carry: reading that may fail.
        Forget(changes);
        if (store.IsIdle)
            return;
        var ids = changes.Where(change => change.Subject == ChangeSubject.Item).Select(change => change.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count > 0)
            store.Forget(await TagsOfAsync(ids, cancellationToken));
    }

    public Task HideAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        // A page on which a withdrawn item stood among the links has that item's own tag.
        Forget(changes);
        return Task.CompletedTask;
    }

    public void Dispose() => _gate.Dispose();

    private void Forget(IReadOnlyList<Change> changes)
    {
        // Definitions and settings are in every page: names, page sizes, time zone, footer.
        if (changes.Any(change => change.Subject != ChangeSubject.Item))
            store.ForgetAll();
        else
            store.Forget(changes.SelectMany(PageTags.Of));
    }

    /// <summary>The items to which some items link now, and the lists in which they stand by their terms. Where they were before had them on its pages, by their tags.</summary>
    private async Task<HashSet<string>> TagsOfAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        await unitOfWork.RunAsync(async services =>
        {
            foreach (var item in await services.GetRequiredService<IContentReader>().GetManyAsync(ids, VersionOption.Published, cancellationToken))
                tags.UnionWith(PageTags.OfContent(item, definitions.Current, taxonomies.Current));
        });
        return tags;
    }
}
