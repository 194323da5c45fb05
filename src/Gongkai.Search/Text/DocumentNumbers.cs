using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Search.Text;

/// <summary>Document numbers as one token each, however they are written: 苏政发〔2021〕5号, 蘇政發[2021]5號 and 苏政发【2021】第 5 号 are all <c>苏政发|2021|5</c>.</summary>
internal static partial class DocumentNumbers
{
    /// <summary>The token under which a document's own number (or index number) is kept; null when there is none.</summary>
    public static string? Token(string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
            return null;
        var compact = Compact(number);
        var match = Pattern().Match(compact);
        return match.Success && match.Index == 0 && match.Length == compact.Length ? Join(Prefix(match), match) : compact;
    }

    /// <summary>The tokens that a query may mean, best first: people paste a number together with the words before it, so every ending of those is tried.</summary>
    public static IReadOnlyList<string> Candidates(string query)
    {
        var compact = Compact(query);
        var candidates = new List<string>();
        foreach (Match match in Pattern().Matches(compact))
        {
            var prefix = Prefix(match);
            for (var i = 0; i < prefix.Length; i++)
                candidates.Add(Join(prefix[i..], match));
        }

        // Index numbers and whatever else is a number to somebody: word by word, as it stands.
        foreach (var word in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            candidates.Add(Compact(word));
        if (query.Any(char.IsWhiteSpace))
            candidates.Add(compact);
        return [.. candidates.Where(c => c.Length > 0).Distinct()];
    }

    private static string Join(string prefix, Match match) => $"{prefix}|{match.Groups["year"].Value}|{match.Groups["number"].Value}";

    private static string Prefix(Match match)
    {
        var prefix = match.Groups["prefix"].Value.TrimEnd('第').TrimEnd('字');
        if (prefix.StartsWith("中华人民共和国", StringComparison.Ordinal))
            prefix = prefix["中华人民共和国".Length..];
        // 国务院第711号令 is 国务院令第711号.
        return match.Groups["order"].Success && !prefix.EndsWith('令') ? prefix + "令" : prefix;
    }

    /// <summary>Folded, without white space, every bracket a bar.</summary>
    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in HanFolding.Fold(text))
        {
            if ("〔〕[]()【】〈〉〖〗﹝﹞{}".Contains(c, StringComparison.Ordinal))
                compact.Append('|');
            else if (!char.IsWhiteSpace(c))
                compact.Append(c is '–' or '—' or '‐' or '−' ? '-' : c);
        }

        return compact.ToString();
    }

    [GeneratedRegex(@"(?<prefix>\p{L}{1,40})\|?(?<year>(?:19|20)\d\d(?=[|年第\d]))?[|年]?第?0*(?<number>\d{1,12})号(?<order>令)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
