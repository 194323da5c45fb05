using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Plain;

/// <summary>Says what makes an answer hard to read for people who do not know the field: long sentences, legal terms that nobody explains, passive after passive.</summary>
/// <param name="settings">The limits.</param>
/// <param name="isExplained">Whether the site's glossary explains a term: its page does then.</param>
public sealed partial class PlainLanguage(PlainSettings settings, Func<string, bool> isExplained)
{
    private const int MostHints = 30;
    private const int LongestExcerpt = 24;
    private const int LeastPassives = 2;

    // 被 in these is no passive.
    private const string Nouns = "被子|被褥|被套|被单|被告|被申请人|被征收人|被保险人|被继承人|被执行人|被害人|被处罚人|被监护人|被代理人|被侵权人|被上诉人|被投诉人|被举报人|被许可人|被抚养人|被扶养人|被赡养人|棉被|植被|毛被|羽被";

    /// <summary>The hints of a text, in its order, at most thirty.</summary>
    /// <param name="source">The text as it is written.</param>
    /// <param name="form">How it is written.</param>
    public IReadOnlyList<PlainHint> Of(string source, TextForm form = TextForm.Markdown)
    {
        if (settings.IsOff || string.IsNullOrWhiteSpace(source))
            return [];
        var hints = new List<PlainHint>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in Sentences(ReadableText.Of(form == TextForm.Markdown ? LinkTarget().Replace(source, "]") : source, form).Text))
        {
            var length = sentence.Count(c => !char.IsWhiteSpace(c) && !char.IsLowSurrogate(c));
            if (length > settings.LongestSentence)
                hints.Add(new(PlainHintKind.LongSentence, Shorten(sentence), new("这句话有 {0} 个字，试试拆成几句，每句最多 {1} 个字", Number(length), Number(settings.LongestSentence))));
            if (Passive().Count(Noun().Replace(sentence.Replace("被告知", "被通知", StringComparison.Ordinal), "")) >= LeastPassives)
                hints.Add(new(PlainHintKind.PassiveChain, Shorten(sentence), new("一句里接连用“被”，改成谁做什么")));
            hints.AddRange(Unexplained(sentence, told));
            if (hints.Count >= MostHints)
                break;
        }

        return [.. hints.Take(MostHints)];
    }

    private IEnumerable<PlainHint> Unexplained(string sentence, HashSet<string> told)
    {
        foreach (var term in settings.Terms.Where(term => sentence.Contains(term, StringComparison.Ordinal)))
        {
            // What stands there is the longer one, as far as anybody reads.
            if (settings.Terms.Any(longer => longer.Length > term.Length && longer.Contains(term, StringComparison.Ordinal) && sentence.Contains(longer, StringComparison.Ordinal)))
                continue;
            if (told.Add(term) && !isExplained(term) && !ExplainsItself(sentence, term))
                yield return new(PlainHintKind.UnexplainedTerm, term, new("“{0}”不是人人都懂，用括号说明一下，或者加到“名词解释”里", term));
        }
    }

    /// <summary>Whether a sentence says what a term in it means: 行政复议（向上级机关申请重新审查）, 所谓…, …是指….</summary>
    private static bool ExplainsItself(string sentence, string term)
    {
        var at = sentence.IndexOf(term, StringComparison.Ordinal);
        var after = sentence.AsSpan(at + term.Length).TrimStart("”’」』》\" ");
        return after.StartsWith("(") || after.StartsWith("（") || after.StartsWith("是指") || after.StartsWith("指的是") || after.StartsWith("，即") || after.StartsWith(",即") || after.StartsWith("，也就是") || after.StartsWith(",也就是")
            || sentence.AsSpan(0, at).TrimEnd("“‘「『《\" ").EndsWith("所谓") || sentence.AsSpan(0, at).TrimEnd("“‘「『《\" ").EndsWith("也就是") || sentence.AsSpan(0, at).EndsWith("(") || sentence.AsSpan(0, at).EndsWith("（");
    }

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    private static string Shorten(string sentence) =>
        sentence.Length <= LongestExcerpt ? sentence : sentence[..(char.IsHighSurrogate(sentence[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)] + "…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Nobody reads where a link leads.
    [GeneratedRegex("\\]\\([^()\\n]*\\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LinkTarget();

    [GeneratedRegex("[。！？!?；;\n]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("被", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Passive();

    [GeneratedRegex(Nouns, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Noun();
}
