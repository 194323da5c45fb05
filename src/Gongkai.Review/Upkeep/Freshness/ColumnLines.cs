using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary>Columns as people write them, a line each: <c>名称,内容类型,期限,负责人,分类:项</c>, as <c>要闻,News,14天,zhang,topic:topic-02</c>. The last two may be left out.</summary>
public static partial class ColumnLines
{
    private const int LongestCell = 200;

    /// <summary>Reads lines; empty ones are passed over.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="isType">Whether there is a type of a name.</param>
    /// <param name="fault">What is wrong, with the line; null when nothing is.</param>
    public static IReadOnlyList<FreshColumn> Parse(string text, Func<string, bool> isType, out Wording? fault)
    {
        fault = null;
        var columns = new List<FreshColumn>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index().Where(line => line.Item.Trim().Length > 0))
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var cells = line.Split([',', '，']).Select(cell => cell.Trim()).ToList();
            var place = cells.Count > 4 && cells[4].Length > 0 ? cells[4].Split([':', '：'], 2) : ["", ""];
            if (cells.Count is < 3 or > 5 || cells.Exists(cell => cell.Length > LongestCell) || !StorableText.IsStorable(line))
                fault = new("第 {0} 行不对：应是“名称,内容类型,期限,负责人,分类:项”，后两项可以不写。没有保存。", number);
            else if (!isType(cells[1]))
                fault = new("第 {0} 行：没有内容类型“{1}”。没有保存。", number, cells[1]);
            else if (PeriodOf(cells[2]) is not { } period)
                fault = new("第 {0} 行：期限应写作“14天”“6个月”或“1个月15天”，最多 600。没有保存。", number);
            else if (place.Length != 2 || (place[0].Length > 0 && (SearchFacets.TaxonomyOf(place[0]) is null || place[1].Length == 0)))
                fault = new("第 {0} 行：分类应写作 topic:项、genre:项 或 issuer:项。没有保存。", number);
            else
                columns.Add(new(cells[0], cells[1], period) { Owner = cells.Count > 3 ? cells[3] : "", Facet = place[0], Term = place[1] });
            if (fault is not null)
                return [];
        }

        if (columns.Count > FreshnessSettings.MostColumns)
            fault = new("最多 {0} 个栏目。没有保存。", FreshnessSettings.MostColumns.ToString(CultureInfo.InvariantCulture));
        return fault is null ? columns : [];
    }

    /// <summary>Columns as <see cref="Parse"/> reads them.</summary>
    public static string Format(IEnumerable<FreshColumn> columns) => string.Join('\n', columns.Select(column =>
        $"{column.Label},{column.ContentType},{WordsOf(column.Period)},{column.Owner},{(column.Facet.Length > 0 ? $"{column.Facet}:{column.Term}" : "")}".TrimEnd(',')));

    /// <summary>A column as it is stored.</summary>
    public static JsonObject Write(FreshColumn column) => new()
    {
        ["Label"] = column.Label,
        ["Type"] = column.ContentType,
        ["Months"] = column.Period.Months,
        ["Days"] = column.Period.Days,
        ["Facet"] = column.Facet,
        ["Term"] = column.Term,
        ["Owner"] = column.Owner,
    };

    /// <summary>A period in words, as <c>1个月15天</c>.</summary>
    public static string WordsOf(ReviewPeriod period) => string.Create(CultureInfo.InvariantCulture, $"{(period.Months > 0 ? $"{period.Months}个月" : "")}{(period.Days > 0 ? $"{period.Days}天" : "")}");

    /// <summary>Words read as a period; null when they are none.</summary>
    public static ReviewPeriod? PeriodOf(string words)
    {
        if (Words().Match(words) is not { Success: true } match)
            return null;
        var period = new ReviewPeriod(NumberOf(match.Groups["months"]), NumberOf(match.Groups["days"]));
        return period.Months + period.Days == 0 || period.Months > ReviewPeriod.Most || period.Days > ReviewPeriod.Most ? null : period;
    }

    private static int NumberOf(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^((?<months>[0-9]{1,3}) ?个?月)?((?<days>[0-9]{1,3}) ?天)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
