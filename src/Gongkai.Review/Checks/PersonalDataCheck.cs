using Gongkai.Content;
using Gongkai.Review.Checks.Personal;

namespace Gongkai.Review.Checks;

/// <summary>One sort of personal data, in the item's texts and in those of its attachments.</summary>
/// <param name="name">The check.</param>
/// <param name="kind">What it looks for.</param>
/// <param name="what">What people call it.</param>
internal sealed class PersonalDataCheck(string name, PersonalKind kind, string what) : ICheck
{
    // A text that is full of them says so by its first ones; all of them are masked.
    private const int MostInOneText = 100;

    private static readonly Wording Mask = new("隐去中间的部分，或删去。单位自己对外公布的号码，请管理员加入“允许公开的号码”。");
    private static readonly Wording MaskFile = new("用“一键隐去”换成隐去后的文件，或处理原文件后重新上传。");
    private static readonly Wording ReplaceFile = new("请在原文件里处理，重新上传后替换。");

    public string Name => name;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) => item.AllTexts.SelectMany(text => In(text, rules));

    private IEnumerable<Finding> In(CheckedText text, CheckRules rules) =>
        from personal in text.Personal(rules).Where(personal => personal.Kind == kind).Take(MostInOneText)
        let canMend = MaskingRules.CanMask(text)
        select new Finding(name, CheckSeverity.Warning, text.PlaceOf(personal.Piece), new(what))
        {
            Excerpt = personal.Masked(text.Readable.Text),
            CanMend = canMend,
            Proposal = text.File.Length == 0 ? Mask : canMend ? MaskFile : ReplaceFile,
        };
}
