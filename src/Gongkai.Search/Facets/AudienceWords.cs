using Gongkai.Content;
using Gongkai.Search.Text;

namespace Gongkai.Search.Facets;

/// <summary>The values of the facet 服务对象: the words of a text that says for whom something is, as <c>公民、企业</c>, each in one form however it was typed.</summary>
internal static class AudienceWords
{
    /// <summary>What is longer is a sentence, by which nobody browses.</summary>
    private const int Longest = 20;

    private const int Most = 20;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', '／', '|', '｜', '\n', '\r', '\t'];

    /// <summary>The values in a text, each once.</summary>
    public static IEnumerable<string> In(string? text) =>
        (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fold)
            .Where(value => value.Length is > 0 and <= Longest).Distinct(StringComparer.Ordinal).Take(Most);

    /// <summary>The one form of a value.</summary>
    public static string Fold(string value) => HanFolding.Fold(value).Trim(' ', '。', '.');

    /// <summary>A chosen value of a facet as documents have it.</summary>
    public static string Chosen(string facet, string value) => facet == SearchFacets.Audience ? Fold(value) : value;
}
