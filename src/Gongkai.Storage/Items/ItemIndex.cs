using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>The index rows of a version.</summary>
internal static class ItemIndex
{
    /// <summary>An alias as it is compared: lower case.</summary>
    public static string NormalizeAlias(string alias) => alias.ToLowerInvariant();

    /// <summary>Terms of a published or newest version.</summary>
    public static IEnumerable<TermRow> TermsOf(VersionRow version, IndexContribution contribution) =>
        contribution.Terms.Select(term => (term.TaxonomyId, term.TermId)).Distinct()
            .Select(term => new TermRow { VersionKey = version.Key, TaxonomyId = term.TaxonomyId, TermId = term.TermId });

    /// <summary>Links of a published or newest version, and the media files of a public one.</summary>
    /// <param name="version">The version's row.</param>
    /// <param name="item">The version.</param>
    /// <param name="contribution">What it gives.</param>
    /// <param name="html">The HTML derived of it, asked for only when it is public.</param>
    public static IEnumerable<ReferenceRow> ReferencesOf(VersionRow version, ContentItem item, IndexContribution contribution, Func<IEnumerable<string>> html) =>
        contribution.References.Select(reference => reference.ContentItemId)
            .Concat(item.IsPublic() ? contribution.Media.Concat(html().SelectMany(MediaLinks.In)).Select(path => MediaReferences.Prefix + path) : [])
            .Distinct(StringComparer.Ordinal)
            .Select(target => new ReferenceRow { VersionKey = version.Key, TargetId = target });

    /// <summary>Routes of a published item; one may be there twice.</summary>
    public static List<RouteRow> RoutesOf(string contentItemId, IndexContribution contribution) =>
    [
        .. contribution.Routes
            .Select(route => new RouteRow { Path = ReservedRoutes.Normalize(route.Path), ContentItemId = contentItemId, ContainedItemId = route.ContainedItemId }),
    ];

    /// <summary>Aliases of a published item.</summary>
    public static List<AliasRow> AliasesOf(string contentItemId, IndexContribution contribution) =>
        [.. contribution.Aliases.Select(NormalizeAlias).Distinct().Select(alias => new AliasRow { Alias = alias, ContentItemId = contentItemId })];

    /// <summary>The HTML of a published version; null when it has none.</summary>
    public static HtmlRow? HtmlOf(VersionRow version, IndexContribution contribution, DerivedHtml html) => contribution.Markup.Count == 0
        ? null
        : new() { VersionKey = version.Key, MarkupVersion = html.MarkupVersion, Json = ItemJson.WriteTexts(html.Of(contribution)) };
}
