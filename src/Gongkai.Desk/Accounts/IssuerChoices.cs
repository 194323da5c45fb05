using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Accounts;

/// <summary>The offices that an account can be of: the terms of the taxonomy <c>issuers</c>.</summary>
internal sealed class IssuerChoices(Taxonomies taxonomies, DeskTexts texts)
{
    private const string Taxonomy = "issuers";

    /// <summary>All of them in the order of their tree, with how deep each stands.</summary>
    public IReadOnlyList<(Term Term, int Depth)> All => [.. (taxonomies.Current.FindByAlias(Taxonomy)?.Terms ?? []).SelectMany(term => term.SelfAndDescendants).Select(term => (term, term.Lineage.Count - 1))];

    public string TextOf(IReadOnlyList<string> issuers) => issuers.Count == 0
        ? texts["全部机构"]
        : string.Join('、', issuers.Select(id => taxonomies.Current.FindByAlias(Taxonomy)?.All.GetValueOrDefault(id)?.Label ?? id));
}
