using System.Globalization;
using System.Text;

namespace Gongkai.Content;

/// <summary>What readers see of an item, as far as it can be quoted: the text of its derived HTML, and the places in it that links lead to.</summary>
public sealed class QuotableText
{
    private const int LongestLabel = 40;

    private readonly string _text;
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    private QuotableText(IEnumerable<string> html)
    {
        var (text, marks) = (new StringBuilder(), new List<HtmlMark>());
        foreach (var one in html)
        {
            text.Append("\n\n");
            HtmlText.Append(one, text, marks);
        }

        var whole = text.ToString();
        _text = Bare(whole);
        foreach (var mark in marks.Where(mark => mark.Id is not null))
            _labels.TryAdd(mark.Id!, LabelOf(whole, mark));
    }

    /// <summary>The text of an item's derived HTML.</summary>
    public static QuotableText Of(IEnumerable<string> html) => new(html);

    /// <summary>The text of the version that everybody may read; null when there is none.</summary>
    public static async Task<QuotableText?> OfPublicAsync(string contentItemId, IContentReader reader, CancellationToken cancellationToken = default) =>
        await reader.GetAsync(contentItemId, cancellationToken: cancellationToken) is { } item && item.IsPublic() ? await OfAsync(item, reader, cancellationToken) : null;

    /// <summary>The text of a published version.</summary>
    public static async Task<QuotableText> OfAsync(ContentItem published, IContentReader reader, CancellationToken cancellationToken = default) =>
        Of((await reader.GetHtmlAsync(published, cancellationToken)).OrderBy(html => html.Key, StringComparer.Ordinal).Select(html => html.Value));

    /// <summary>Whether it says something, word for word; white space does not count.</summary>
    public bool Says(string quote) => Bare(quote) is { Length: > 0 } bare && _text.Contains(bare, StringComparison.Ordinal);

    /// <summary>What people call the place of an anchor: <c>第十二条</c>, a heading; empty when it has no name, null when there is no such anchor.</summary>
    public string? LabelAt(string anchor) => _labels.GetValueOrDefault(anchor);

    private static string LabelOf(string text, HtmlMark mark)
    {
        var start = mark.Start;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (ArticleNumber.At(text.AsSpan(start)) is { } article)
            return text.Substring(start, article.Length);
        var end = text.IndexOf('\n', start);
        var line = text[start..(end < 0 ? text.Length : end)].Trim();
        return mark.HeadingLevel > 0 && line.Length <= LongestLabel ? line : "";
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                bare.Append(c);
        }

        return bare.ToString();
    }
}
