using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Follows the changes of content and keeps which links public items have: from the first change on, so that what was there before the check was turned on is found, too.</summary>
internal sealed class LinkFollowing(IOutsideLinks links, IChangeFeed feed, IContentReader reader, IContentDefinitions definitions, SiteSettings site, TimeProvider time)
{
    private const int BatchSize = 200;

    /// <summary>Follows a batch of changes; false when there are none left.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var changes = await feed.ReadAsync((await links.ProgressAsync(cancellationToken)).Sequence, BatchSize, cancellationToken);
        if (changes.Count == 0)
            return false;
        var ids = changes.Where(change => change.Subject == ChangeSubject.Item).Select(change => change.Id).Distinct(StringComparer.Ordinal).ToList();
        var items = (await reader.GetManyAsync(ids, VersionOption.Published, cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        var found = ids.ToDictionary(id => id, id => ItemLinks.Of(items.GetValueOrDefault(id), definitions.Current, site.BaseUrl), StringComparer.Ordinal);
        await links.StoreUsesAsync(found, changes[^1].Sequence, time.GetUtcNow().UtcDateTime, cancellationToken);
        return true;
    }
}
