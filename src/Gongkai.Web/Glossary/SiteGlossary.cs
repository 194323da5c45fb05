using Gongkai.Content;

namespace Gongkai.Web.Glossary;

/// <summary>The site's public glossary in memory: items of type <c>GlossaryTerm</c> (名词解释), made again when one of them changes.</summary>
/// <param name="feed">The feed.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="pinyin">Orders the terms as a dictionary does; null where nobody reads Chinese.</param>
/// <param name="reads">Notes that somebody looked; null where a home keeps no pages.</param>
public sealed class SiteGlossary(IChangeFeed feed, IUnitOfWork unitOfWork, IPinyin? pinyin = null, IItemReads? reads = null)
    : ItemsFollower<GlossaryTerms>(GlossaryTerm.ContentType, GlossaryTerms.None, feed, unitOfWork, reads)
{
    /// <inheritdoc/>
    protected override GlossaryTerms Make(IReadOnlyList<ContentItem> items) =>
        new(items.Where(Publicity.IsPublic).Select(GlossaryTerm.Of).OfType<GlossaryTerm>(), text => pinyin?.Read(text) ?? text);
}
