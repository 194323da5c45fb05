using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>The names of what a kept page shows. When one of them changes, the page is forgotten.</summary>
internal static class PageTags
{
    /// <summary>A list or a count over items of every type.</summary>
    public const string AnyList = "list";

    /// <summary>An item: shown, linked to, or looked for in vain.</summary>
    public static string Item(string contentItemId) => "item:" + contentItemId;

    /// <summary>Which items link to an item.</summary>
    public static string Links(string contentItemId) => "links:" + contentItemId;

    /// <summary>A list of one type, a count in it, or what is in memory of all its items, as the trees of terms.</summary>
    public static string List(string contentType) => "list:" + contentType;

    /// <summary>A place in a list of what carries a term or one below it.</summary>
    public static string Term(string termId) => "term:" + termId;

    /// <summary>What a change touches by itself; <see cref="Links"/> of what the item links to and <see cref="Term"/> of what it carries come beside.</summary>
    public static IEnumerable<string> Of(Change change) => [Item(change.Id), List(change.ContentType), AnyList];

    /// <summary>What a change of an item touches beside: the items to which it links now, and the lists in which it stands by its terms. Where it was before had it on its pages, by their tags.</summary>
    /// <param name="item">The item as it is now.</param>
    /// <param name="definitions">Tell what it links to.</param>
    /// <param name="terms">Tell which terms are above its own.</param>
    public static IEnumerable<string> OfContent(ContentItem item, DefinitionSnapshot definitions, TaxonomySnapshot terms)
    {
        var contribution = IndexContribution.Of(item, definitions);
        return contribution.References.Select(reference => Links(reference.ContentItemId))
            .Concat(contribution.Terms.SelectMany(entry => terms.FindTerm(entry.TaxonomyId, entry.TermId)?.Lineage.Select(term => term.Id) ?? [entry.TermId]).Select(Term));
    }
}
