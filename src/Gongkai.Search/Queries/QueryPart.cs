namespace Gongkai.Search.Queries;

/// <summary>What a part of a query is about.</summary>
internal enum QueryField
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>The title (<c>标题:</c>).</summary>
    Title,

    /// <summary>A document or index number (<c>文号:</c>).</summary>
    Number,

    /// <summary>Who issued it (<c>发布机构:</c>).</summary>
    Issuer,

    /// <summary>The year (<c>年份:</c>).</summary>
    Year,
}

/// <summary>What stands between two spaces of a query, or in quotation marks.</summary>
/// <param name="Text">The text without marks, sign and field word.</param>
/// <param name="Field">What it is about.</param>
/// <param name="IsQuoted">Whether it was in quotation marks.</param>
/// <param name="IsExcluded">Whether a minus stood before it.</param>
internal sealed record QueryPart(string Text, QueryField Field, bool IsQuoted, bool IsExcluded)
{
    private const string Opening = "“\"「『‘＂〝";
    private const string Closing = "”\"」』’＂〞";

    private static readonly (string Word, QueryField Field)[] FieldWords =
    [
        ("标题", QueryField.Title), ("标题包含", QueryField.Title), ("文号", QueryField.Number), ("发文字号", QueryField.Number), ("索引号", QueryField.Number),
        ("发布机构", QueryField.Issuer), ("发文机关", QueryField.Issuer), ("年份", QueryField.Year), ("年度", QueryField.Year),
    ];

    /// <summary>The parts of what was typed. Never fails: what is no mark, sign or field word is text.</summary>
    /// <remarks>Marks inside a sentence (“五个坚持”指什么) or left open are punctuation like any other.</remarks>
    public static IEnumerable<QueryPart> Read(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isExcluded = text[i] is '-' or '－' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && text[i + 1] is not ('-' or '－');
            if (isExcluded)
                start++;
            var field = FieldAt(text, ref start);
            if (QuotedEnd(text, start) is > 0 and var end)
            {
                yield return new(text[(start + 1)..end], field, IsQuoted: true, isExcluded);
                i = end + 1;
                continue;
            }

            for (end = start; end < text.Length && !char.IsWhiteSpace(text[end]); end++)
            {
            }

            yield return new(text[start..end], field, IsQuoted: false, isExcluded);
            i = end;
        }
    }

    private static QueryField FieldAt(string text, ref int start)
    {
        var colon = text.AsSpan(start, Math.Min(6, text.Length - start)).IndexOfAny(':', '：');
        if (colon < 2)
            return QueryField.Any;
        var word = Gongkai.Search.Text.HanFolding.Fold(text.Substring(start, colon));
        var value = start + colon + 1;
        if (value == text.Length || char.IsWhiteSpace(text[value]))
            return QueryField.Any;
        foreach (var (name, field) in FieldWords)
        {
            if (name != word)
                continue;
            start = value;
            return field;
        }

        return QueryField.Any;
    }

    private static int QuotedEnd(string text, int start)
    {
        if (start >= text.Length || Opening.IndexOf(text[start], StringComparison.Ordinal) is not (>= 0 and var mark))
            return -1;
        var end = text.IndexOf(Closing[mark], start + 1);
        return end > start + 1 && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])) ? end : -1;
    }
}
