namespace Gongkai.Content;

/// <summary>The published taxonomies in memory, kept by following the change feed.</summary>
/// <param name="feed">The feed.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="reads">Notes that somebody looked; null where a home keeps no pages.</param>
public sealed class Taxonomies(IChangeFeed feed, IUnitOfWork unitOfWork, IItemReads? reads = null)
    : ItemsFollower<TaxonomySnapshot>("Taxonomy", TaxonomySnapshot.Empty, feed, unitOfWork, reads)
{
    /// <inheritdoc/>
    protected override TaxonomySnapshot Make(IReadOnlyList<ContentItem> items) => new(items);
}
