using Gongkai.Content;
using Gongkai.Subscriptions.Asking;

namespace Gongkai.Subscriptions.Digests;

/// <summary>What became public in a list since a place in the change feed: new items, and those that were published anew after a change. Only what is public now.</summary>
/// <remarks>What an import brings with an earlier date of publication is an archive, not news.</remarks>
internal sealed class NewItems(IChangeFeed feed, ISearch search)
{
    /// <summary>The most changes that are looked at; of more, as after a large import, the last ones are.</summary>
    private const int MostChanges = 20_000;
    private const int PageSize = 2_000;
    private const int ChunkSize = 100;

    /// <summary>The items that changed after one number of the feed, up to another.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        var items = new Dictionary<string, long>(StringComparer.Ordinal);
        while (after < upTo && await feed.ReadAsync(after, PageSize, cancellationToken) is { Count: > 0 } changes)
        {
            foreach (var change in changes.Where(change => change.Subject == ChangeSubject.Item && change.Sequence <= upTo))
                items[change.Id] = change.Sequence;
            after = changes[^1].Sequence;
        }

        return [.. items.OrderByDescending(item => item.Value).Take(MostChanges).Select(item => item.Key)];
    }

    /// <summary>Those of some items that are in a list and were published since a time, newest first.</summary>
    public IReadOnlyList<SearchHit> In(SubscribedList list, IReadOnlyList<string> changed, DateTime sinceUtc, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        bool? isPartialList = null;
        foreach (var chunk in changed.Chunk(ChunkSize))
        {
            var found = search.Search(list.Request with { Among = chunk, Size = ChunkSize }, cancellationToken);
            if (found.Hits.Count == 0)
                continue;
            // Where nothing new has all of the words, what has some of them is no news; unless the list itself is of that kind, as a question's.
            if (found.IsPartial && !(isPartialList ??= search.Search(list.Request with { Size = 0 }, cancellationToken).IsPartial))
                continue;
            hits.AddRange(found.Hits.Where(hit => hit.Item.PublishedUtc >= sinceUtc));
        }

        return [.. hits.OrderByDescending(hit => hit.Date).ThenByDescending(hit => hit.Item.PublishedUtc).ThenBy(hit => hit.Item.ContentItemId, StringComparer.Ordinal)];
    }
}
