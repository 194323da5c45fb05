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

    /// <summary>Whole questions, as people ask them.</summary>
    public static readonly string[] Questions =
    [
        "公司拖欠工资不给怎么办？", "住房公积金在什么情况下可以提取？", "如何申请政府信息公开？", "租房合同没到期房东要收回房子，我该怎么办？", "异地就医的费用怎样报销", "试用期最长可以约定多久？",
        "离婚以后孩子的抚养费给到多少岁？", "買到過期食品可以要求賠償嗎？", "小区停车位归谁所有", "养老保险交满多少年可以领养老金？", "邻居装修噪音太大找哪个部门投诉", "没有签书面劳动合同能要双倍工资吗？",
        "开一家小餐馆需要办理哪些许可证？", "交通事故对方全责但是不赔钱怎么处理？", "农村宅基地可以卖给城里人吗？", "残疾人就业有哪些优惠政策", "对行政处罚不服，应当在多长时间内申请行政复议？", "未成年人打赏主播的钱能退吗？",
        "高新技术企业认定的条件是什么", "政府采购项目的投标保证金什么时候退还？",
    ];

    /// <summary>The addresses of the words' result pages; the page cache knows none of them.</summary>
    public static IReadOnlyList<string> Addresses { get; } = AddressesOf(All);

    /// <summary>Those of the questions.</summary>
    public static IReadOnlyList<string> QuestionAddresses { get; } = AddressesOf(Questions);

    private static IReadOnlyList<string> AddressesOf(string[] queries) => [.. queries.Select(query => $"/search?q={Uri.EscapeDataString(query)}&until=DAY")];
}
