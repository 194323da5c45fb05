using Gongkai.Search.Text;

namespace Gongkai.Search.Queries;

/// <summary>One thing that a hit must have: what stands between two spaces of a query, or inside quotation marks.</summary>
/// <param name="Folded">Its folded text.</param>
/// <param name="Tokens">Its tokens, never none.</param>
/// <param name="IsQuoted">Whether it must be found exactly as it stands.</param>
internal sealed record SearchTerm(string Folded, IReadOnlyList<TextToken> Tokens, bool IsQuoted)
{
    /// <summary>The term of a folded text; null when it has no token.</summary>
    public static SearchTerm? Of(string folded) => TokenScanner.Scan(folded) is { Count: > 0 } tokens ? new(folded, tokens, IsQuoted: false) : null;

    /// <summary>The stretches between punctuation, each as its tokens.</summary>
    public IEnumerable<IReadOnlyList<TextToken>> Pieces => Tokens.GroupBy(t => t.Piece).Select(IReadOnlyList<TextToken> (g) => [.. g]);

    /// <summary>The different tokens that the index has with positions.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. Tokens.Where(token => !token.Lone).Select(token => token.TextIn(Folded)).Distinct()];

    /// <summary>The different ideographs that stand alone.</summary>
    public IReadOnlyList<string> LoneTexts { get; } = [.. Tokens.Where(token => token.Lone).Select(token => token.TextIn(Folded)).Distinct()];

    /// <summary>A token's text.</summary>
    public string TextOf(TextToken token) => token.TextIn(Folded);
}
