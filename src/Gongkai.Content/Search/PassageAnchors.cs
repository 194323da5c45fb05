using System.Globalization;
using System.Text;

namespace Gongkai.Content;

/// <summary>The one rule by which the parts of a page get the ids that links from a search lead to.</summary>
/// <remarks>
/// The markup pipeline writes the ids into the HTML it derives and the search reads them there, so that both agree. Headings have ids
/// of their own already, and every id begins with <c>h-</c> as theirs do, so that none shadows a name that a script relies on. An article is told from a mention of one (第三条规定的…) by where it stands and by its number following the last.
/// </remarks>
public static class PassageAnchors
{
    private const string MentionEndings = "第款项項目规規的之、，。及和与與至或等所中";
    private const string SentenceEnds = "。；：！？”」』）.;:!?\")】》";

    /// <summary>The anchor of a question and its answer, by its place in the issue from 0: <c>q1</c>, <c>q2</c>.</summary>
    public static string OfPair(int place) => string.Create(CultureInfo.InvariantCulture, $"q{place + 1}");

    /// <summary>Gives every article in sanitised HTML its id: on its element where it begins one that has none, else on an empty <c>span</c> before it.</summary>
    public static string AddTo(string html)
    {
        if (!html.Contains('第', StringComparison.Ordinal))
            return html;
        var result = new StringBuilder(html.Length + 256);
        var taken = Taken(html);
        var copied = 0;
        var blockTagEnd = -1;
        var last = 0;
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<')
            {
                var close = html.IndexOf('>', i);
                if (close < 0)
                    break;
                if (IsBlockStart(html.AsSpan(i + 1, close - i - 1)))
                    blockTagEnd = close;
                else if (html[i + 1] == '/' || IsLineBreak(html.AsSpan(i + 1, close - i - 1)))
                    blockTagEnd = -1;
                i = close;
                continue;
            }

            if (char.IsWhiteSpace(html[i]))
                continue;
            if (html[i] == '第' && ArticleNumber.At(html.AsSpan(i)) is { } article && IsArticle(html, i, article, blockTagEnd >= 0, last))
            {
                last = article.Number;
                if (blockTagEnd >= 0 && !HasId(html, blockTagEnd))
                {
                    result.Append(html, copied, blockTagEnd - copied).Append(" id=\"").Append(Unique(article.Anchor, taken)).Append('"');
                    copied = blockTagEnd;
                }
                else if (blockTagEnd < 0 && !html.AsSpan(0, i).EndsWith("\"></span>", StringComparison.Ordinal))
                {
                    result.Append(html, copied, i - copied).Append("<span id=\"").Append(Unique(article.Anchor, taken)).Append("\"></span>");
                    copied = i;
                }

                i += article.Length - 1;
            }

            blockTagEnd = -1;
        }

        return copied == 0 ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsArticle(string html, int at, ArticleNumber article, bool isBlockStart, int last)
    {
        var end = at + article.Length;
        var next = end < html.Length ? html[end] : ' ';
        var isNamed = char.IsWhiteSpace(next) || next is '<' or '：' or ':' or '【' or '（' or '(';
        var follows = article.Number == last + 1 || (article.Number == last && article.Insertion > 0);
        if (isBlockStart)
            return isNamed || (follows && !MentionEndings.Contains(next, StringComparison.Ordinal));
        // Texts that lost their line breaks: «……执行。 第三条 ……».
        return isNamed && follows && IsAfterSentence(html, at);
    }

    private static bool IsAfterSentence(string html, int at)
    {
        var before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(html[before]))
            before--;
        return before >= 0 && (html[before] == '>' || SentenceEnds.Contains(html[before], StringComparison.Ordinal) || at - before > 1);
    }

    private static string Unique(string anchor, Dictionary<string, int> taken)
    {
        string id;
        do
        {
            var number = taken[anchor] = taken.GetValueOrDefault(anchor) + 1;
            id = number == 1 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-r{number}");
        }
        while (id != anchor && taken.ContainsKey(id));
        return id;
    }

    /// <summary>The ids of this kind that an author gave, each as used once.</summary>
    private static Dictionary<string, int> Taken(string html)
    {
        const string Attribute = " id=\"";
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = html.IndexOf(Attribute + ArticleNumber.AnchorPrefix, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Attribute + ArticleNumber.AnchorPrefix, at + 1, StringComparison.Ordinal))
        {
            var start = at + Attribute.Length;
            if (html.IndexOf('"', start) is > 0 and var end)
                taken[html[start..end]] = 1;
        }

        return taken;
    }

    private static bool HasId(string html, int tagEnd)
    {
        var start = html.LastIndexOf('<', tagEnd);
        return html.AsSpan(start, tagEnd - start).Contains(" id=", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBlockStart(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(' ', '/');
        var name = end < 0 ? tag : tag[..end];
        return name is "p" or "li" or "td" or "th" or "div" or "section" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dd" or "dt";
    }

    private static bool IsLineBreak(ReadOnlySpan<char> tag) => tag is "br" or "br/" or "br /";
}
