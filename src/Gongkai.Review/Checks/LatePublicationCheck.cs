using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Publication later than 20 working days after issue.</summary>
/// <remarks>Regulation Art. 26. The day after issue is the first.</remarks>
internal sealed class LatePublicationCheck : ICheck
{
    private const int WorkingDays = 20;
    private const string Entry = "DisclosureEntry";

    public string Name => CheckNames.LatePublication;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules)
    {
        if (item.Item.Part(Entry) is not { } entry || entry.DateField("IssuedOn") is not { } issued)
            yield break;
        var published = entry.DateField("PublishedOn") ?? rules.Today;
        var due = rules.Calendar.After(issued, WorkingDays);
        if (published <= due.Day)
            yield break;
        yield return new(Name, CheckSeverity.Warning, new($"{Entry}.IssuedOn", new("成文日期")),
            new(due.IsWithoutHolidays ? "{0}成文，公开期限（20个工作日）到{1}，晚了{2}个工作日（有的年份没有节假日数据，只扣除周末）" : "{0}成文，公开期限（20个工作日）到{1}，晚了{2}个工作日",
                Words(issued), Words(due.Day), rules.Calendar.Between(due.Day, published).Count.ToString(CultureInfo.InvariantCulture)))
        {
            Proposal = new("核对成文日期；确实晚了的，按本单位规定说明原因。"),
        };
    }

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
