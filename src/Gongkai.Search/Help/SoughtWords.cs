using Gongkai.Content;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;

namespace Gongkai.Search.Help;

/// <summary>The words of a query for somebody who has no table of folding: each character as all the forms that fold to it.</summary>
internal static class SoughtWords
{
    private const int MostWords = 20;
    private const int MostParts = 40;

    /// <summary>The words.</summary>
    public static IReadOnlyList<SoughtWord> Of(ParsedQuery query) =>
        [.. query.Terms.SelectMany(term => term.Pieces.Select(piece => Of(term, piece))).Take(MostWords)];

    private static SoughtWord Of(SearchTerm term, IReadOnlyList<TextToken> piece)
    {
        var text = term.Folded[piece[0].Start..piece[^1].End];
        var parts = piece.Count == 1 ? [] : piece.Where(token => token.Kind != TokenKind.Single).Select(term.TextOf).Where(part => part != text).Distinct(StringComparer.Ordinal).Take(MostParts);
        return new(Forms(text), [.. parts.Select(Forms)]);
    }

    private static IReadOnlyList<string> Forms(string folded)
    {
        var forms = new List<string>(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            // A pair stays whole.
            if (char.IsHighSurrogate(folded[i]) && i + 1 < folded.Length)
                forms.Add(folded.Substring(i++, 2));
            else
                forms.Add(HanFolding.FormsOf(folded[i]));
        }

        return forms;
    }
}
