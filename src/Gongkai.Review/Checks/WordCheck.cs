using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Words of the site's list: those that are written wrong, with what to write, and those that must be looked at.</summary>
/// <param name="name">The check.</param>
/// <param name="isWrong">Whether it is about wrong words.</param>
internal sealed class WordCheck(string name, bool isWrong) : ICheck
{
    private const int MostInOneText = 100;

    public string Name => name;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) =>
        from text in item.AllTexts
        from hit in rules.Words.Find(text.Readable.Text, isWrong).Take(MostInOneText)
        select new Finding(name, CheckSeverity.Warning, text.PlaceOf(hit.Piece), isWrong ? new("用词“{0}”可能有误", hit.Word.Text) : new("出现需要留意的用词“{0}”", hit.Word.Text))
        {
            Excerpt = hit.Word.Text,
            Proposal = hit.Word.Proposal.Length == 0 ? null : isWrong ? new("改为“{0}”", hit.Word.Proposal) : Wording.AsWritten(hit.Word.Proposal),
        };
}
