using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Terms;

/// <summary>What keeps a taxonomy from being changed, in words.</summary>
internal static class TaxonomyTexts
{
    public static string Of(DeskTexts texts, TaxonomyFault fault) => fault switch
    {
        TaxonomyFault.UnknownTerm => texts["这一项已经不在了，可能刚被别人删去。请刷新后再改。"],
        TaxonomyFault.UnknownParent => texts["选定的上级已经不在了，请刷新后再选。"],
        TaxonomyFault.BelowItself => texts["一项不能移到自己或自己的下级下面，请另选上级。"],
        TaxonomyFault.TooDeep => texts["分类最多 {0} 级，请移到浅一些的位置。", TaxonomyEditing.MaxDepth],
        TaxonomyFault.NoTitle => texts["请填写名称。"],
        TaxonomyFault.BadTitle => texts["太长（最多 {0} 个字符），或含有不能保存的字符。", TaxonomyEditing.MaxTitle],
        TaxonomyFault.BadSegment => texts["网址这一段最多 {0} 个字符，不能有空格、斜杠、问号、井号等符号。", TaxonomyEditing.MaxSegment],
        TaxonomyFault.SegmentTaken => texts["同一级里已经有一项用这一段网址，请改一个。"],
        _ => texts["已经到头了，不能再往那边移。"],
    };
}
