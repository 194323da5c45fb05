using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>A taxonomy cannot leave out terms that published or newest versions carry: their pages would lead nowhere.</summary>
internal static class TermUses
{
    /// <summary>The terms (label by id) that readers saw in a taxonomy and no longer will.</summary>
    public static Dictionary<string, string> LeftOut(ContentItem? before, ContentItem? after)
    {
        if (before?.ContentType != TermOverlay.TaxonomyType)
            return [];
        var remaining = after is null ? null : TermOverlay.TreeOf(after).All;
        return TermOverlay.TreeOf(before).All.Values.Where(term => remaining?.ContainsKey(term.Id) != true).ToDictionary(term => term.Id, term => term.Label, StringComparer.Ordinal);
    }

    /// <summary>What is wrong with leaving out terms; null when nothing carries them.</summary>
    public static ValidationError? FaultOf(ContentItem taxonomy, Dictionary<string, string> leftOut, IReadOnlyCollection<TermRow> uses)
    {
        if (uses.Count == 0)
            return null;
        var terms = uses.GroupBy(use => use.TermId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Wording("“{0}”（{1}，{2} 篇）", leftOut[group.Key], group.Key, group.Count()));
        return new("TaxonomyPart.Terms", $"分类“{taxonomy.DisplayText}”去掉了仍在使用的项：{terms}。请先把这些内容改到别的项，或保留这些项。");
    }
}
