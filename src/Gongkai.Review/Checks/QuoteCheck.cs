using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Quotations that their source does not say any more, or of a source that is not public.</summary>
internal sealed class QuoteCheck : ICheck
{
    private const int LongestExcerpt = 30;

    private static readonly Wording ChooseAgain = new("政策改过了：核对回答是否还对，重新选择原文，或清空引文。");
    private static readonly Wording PublishFirst = new("公开的页面不显示这段引文。请先公开这份政策，或清空引文。");

    public string Name => CheckNames.OutdatedQuote;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) =>
        from quoted in item.Quotes
        where quoted.State != QuoteState.Current
        let outdated = quoted.State == QuoteState.Outdated
        select new Finding(Name, CheckSeverity.Warning, new(quoted.Place.Path, quoted.Place.Label), outdated ? new("引文与政策现在公开的文本不符") : new("引文所出的政策没有公开"))
        {
            Excerpt = ExcerptOf(quoted.Place.Quote.Text),
            Proposal = outdated ? ChooseAgain : PublishFirst,
        };

    private static string ExcerptOf(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= LongestExcerpt)
            return line;
        return line[..(char.IsHighSurrogate(line[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)] + "…";
    }
}
