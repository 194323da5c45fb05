using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Which terms there are: those of the published taxonomies, and of those that this call publishes or withdraws.</summary>
internal sealed class TermOverlay(TaxonomySnapshot published) : IKnownTerms
{
    public const string TaxonomyType = "Taxonomy";

    private readonly Dictionary<string, TaxonomyTree?> _replaced = new(StringComparer.Ordinal);

    public bool Has(string taxonomyId, string termId) => Find(taxonomyId, termId) is not null;

    public bool HasBelow(string taxonomyId, string termId) => Find(taxonomyId, termId)?.Children.Length > 0;

    /// <summary>Takes over what an item is now to readers; null when it is gone.</summary>
    public void Replace(string contentItemId, ContentItem? item)
    {
        if (item is null || item.ContentType == TaxonomyType)
            _replaced[contentItemId] = item is null ? null : TreeOf(item);
    }

    public static TaxonomyTree TreeOf(ContentItem taxonomy) => new TaxonomySnapshot([taxonomy]).ById[taxonomy.ContentItemId];

    private Term? Find(string taxonomyId, string termId) =>
        _replaced.TryGetValue(taxonomyId, out var tree) ? tree?.All.GetValueOrDefault(termId) : published.FindTerm(taxonomyId, termId);
}
