namespace Gongkai.Benchmarks.Load;

/// <summary>What people look for: everyday words of government, of one to four characters, some in Traditional Chinese.</summary>
internal static class Words
{
    /// <summary>The words.</summary>
    public static readonly string[] All =
    [
        "信息公开", "行政许可", "环境保护", "劳动合同", "食品安全", "土地征收", "道路交通", "政府采购", "安全生产", "招标投标", "知识产权", "行政处罚", "社会保险", "义务教育", "基本医疗", "城乡规划",
        "公积金", "消费者", "不动产", "统计法", "公务员", "残疾人", "未成年", "居住证",
        "教育", "医疗", "养老", "就业", "税收", "住房", "交通", "旅游", "農業", "環境", "國家", "工资", "房屋", "补贴", "投诉", "档案", "婚姻", "消防",
        "税", "水", "路", "电",
    ];

    /// <summary>The addresses of their result pages; the page cache knows none of them.</summary>
    public static IReadOnlyList<string> Addresses { get; } = [.. All.Select(word => $"/search?q={Uri.EscapeDataString(word)}&until=DAY")];
}
