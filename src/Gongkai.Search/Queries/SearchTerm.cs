using Gongkai.Search.Text;

namespace Gongkai.Search.Queries;

/// <summary>One thing that a hit must have: what stands between two spaces of a query, or inside quotation marks.</summary>
/// <param name="Folded">Its folded text.</param>
/// <param name="Tokens">Its tokens, never none.</param>
/// <param name="IsQuoted">Whether it must be found exactly as it stands.</param>
internal sealed record SearchTerm(string Folded, IReadOnlyList<TextToken> Tokens, bool IsQuoted)
{
    /// <summary>The stretches between punctuation, each as its tokens.</summary>
    public IEnumerable<IReadOnlyList<TextToken>> Pieces => Tokens.GroupBy(t => t.Piece).Select(IReadOnlyList<TextToken> (g) => [.. g]);

    /// <summary>A token's text.</summary>
    public string TextOf(TextToken token) => token.TextIn(Folded);
}
