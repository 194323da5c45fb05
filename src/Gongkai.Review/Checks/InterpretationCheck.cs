using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>A policy that is marked as needing an interpretation, and none names it.</summary>
internal sealed class InterpretationCheck : ICheck
{
    private const string Entry = "DisclosureEntry";

    public string Name => CheckNames.MissingInterpretation;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules)
    {
        if (!item.HasInterpretation && item.Item.Part(Entry)?.BooleanField("NeedsInterpretation") == true)
        {
            yield return new(Name, CheckSeverity.Warning, new($"{Entry}.NeedsInterpretation", new("需要解读")), new("标了“需要解读”，还没有已发布的解读"))
            {
                Proposal = new("新建“政策解读”，在“所解读的政策”里选这份文件；解读和政策同步发布。"),
            };
        }
    }
}
