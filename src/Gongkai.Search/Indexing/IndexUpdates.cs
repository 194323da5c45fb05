using Gongkai.Content;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search.Indexing;

/// <summary>Brings changes into an index, in their order and ahead of it. Whoever calls sees to it that one at a time writes.</summary>
/// <param name="feed">The changes.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="definitions">The site's definitions.</param>
/// <param name="site">Says which date readers see.</param>
/// <param name="time">The clock.</param>
/// <param name="files">The text of attachments; null in a home that reads none.</param>
internal sealed class IndexUpdates(IChangeFeed feed, IUnitOfWork unitOfWork, IContentDefinitions definitions, SiteSettings site, TimeProvider time, IFileTexts? files = null)
{
    // An editor who comes in the middle of a backlog waits for one batch, and for a refresh that another may have begun.
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(300);
    private const int LeastInBatch = 8;
    private const int MostInBatch = 200;

    private readonly Pace _pace = new(time, Batch, LeastInBatch, MostInBatch);
    private long _shown;

    /// <summary>Whether something among the changes may change the index's profile.</summary>
    public static bool MayChangeProfile(IReadOnlyList<Change> changes) => changes.Any(change =>
        change.Subject == ChangeSubject.Definitions || (change.Subject == ChangeSubject.Settings && change.Id is SettingsNames.Site or SettingsNames.IndexProfiles));

    /// <summary>Follows the feed by one short batch, not further than a sequence number: whoever waits for it does not wait for an import that came after it.</summary>
    /// <returns>The batch's changes; none at the end.</returns>
    public async Task<IReadOnlyList<Change>> StepAsync(IndexGeneration generation, IndexProfile profile, long sequence, CancellationToken cancellationToken)
    {
        _pace.Begin();
        var read = await feed.ReadAsync(generation.Written, _pace.Size, cancellationToken);
        var changes = read.TakeWhile(change => change.Sequence <= sequence).ToList();
        await WriteAsync(generation, profile, [.. changes.Where(change => !generation.Has(change))], cancellationToken);
        if (changes.Count > 0)
            generation.Reach(changes[^1].Sequence);
        _pace.End(changes.Count);

        // Every refresh makes a segment: in a long backlog a few a second are enough.
        var isEnd = changes.Count == 0 || generation.Written >= sequence;
        if (isEnd || time.GetElapsedTime(_shown) >= Refresh)
        {
            generation.Show();
            _shown = time.GetTimestamp();
        }

        return changes;
    }

    /// <summary>Writes items as they are now, ahead of the turn of their changes, and shows them.</summary>
    public async Task ShowAsync(IndexGeneration generation, IndexProfile profile, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await WriteAsync(generation, profile, [.. changes.Where(change => !generation.Has(change))], cancellationToken);
        foreach (var change in changes.Where(change => change.Subject == ChangeSubject.Item))
            generation.ReachAhead(change);
        // Nothing waits before them: it was their turn.
        if (changes[0].Sequence == generation.Written + 1 && changes[^1].Sequence == generation.Written + changes.Count && !MayChangeProfile(changes))
            generation.Reach(changes[^1].Sequence);
        generation.Show();
    }

    /// <summary>Takes items out that are in the index and not public any more.</summary>
    public async Task HideAsync(IndexGeneration generation, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var ids = Indexed(generation, changes.Where(change => change.Subject == ChangeSubject.Item && !generation.Has(change)).Select(change => change.Id).Distinct(StringComparer.Ordinal));
        if (ids.Count == 0)
            return;
        var hidden = ids.ToHashSet(StringComparer.Ordinal);
        await unitOfWork.RunAsync(async services =>
        {
            foreach (var item in await services.GetRequiredService<IContentReader>().GetManyAsync(ids, VersionOption.Published, cancellationToken))
            {
                if (item.IsPublic())
                    hidden.Remove(item.ContentItemId);
            }
        });
        if (hidden.Count == 0)
            return;
        foreach (var id in hidden)
            generation.Delete(id);
        generation.Show();
    }

    private async Task WriteAsync(IndexGeneration generation, IndexProfile profile, List<Change> changes, CancellationToken cancellationToken)
    {
        var changed = changes.Where(change => change.Subject == ChangeSubject.Item).DistinctBy(change => change.Id).ToList();
        var ids = changed.Where(change => profile.ContentTypes.Contains(change.ContentType)).Select(change => change.Id).ToList();
        var gone = changed.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
        {
            await unitOfWork.RunAsync(async services =>
            {
                var reader = services.GetRequiredService<IContentReader>();
                var documents = new ItemDocument(definitions.Current, site, files);
                foreach (var item in await reader.GetManyAsync(ids, VersionOption.Published, cancellationToken))
                {
                    if (!item.IsPublic())
                        continue;
                    generation.Update(item.ContentItemId, await documents.OfAsync(item, await reader.GetHtmlAsync(item, cancellationToken), cancellationToken));
                    gone.Remove(item.ContentItemId);
                }
            });
        }

        // Unpublished, deleted, hidden, or of a type that the profile has not: out of the index, whatever was there.
        foreach (var id in gone)
            generation.Delete(id);
    }

    private static List<string> Indexed(IndexGeneration generation, IEnumerable<string> ids)
    {
        var searcher = generation.Acquire();
        try
        {
            return [.. ids.Where(id => searcher.IndexReader.Leaves.Any(leaf =>
                leaf.AtomicReader.GetTermDocsEnum(new Lucene.Net.Index.Term(IndexFields.Id, id)) is { } found && found.NextDoc() != DocIdSetIterator.NO_MORE_DOCS))];
        }
        finally
        {
            generation.Release(searcher);
        }
    }
}
