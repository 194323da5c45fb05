using System.Text.RegularExpressions;

namespace Gongkai.Search.Queries;

/// <summary>Names of provinces and large cities, folded: a query with one asks for what holds there, not for what the whole country quotes.</summary>
internal static partial class Places
{
    private static readonly string[] Names =
    [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南",
        "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门", "石家庄", "太原", "沈阳", "大连", "长春", "哈尔滨", "南京", "杭州", "宁波", "合肥", "福州", "厦门", "南昌", "济南", "青岛", "郑州",
        "武汉", "长沙", "广州", "深圳", "南宁", "海口", "成都", "贵阳", "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐", "苏州", "无锡", "东莞", "佛山", "呼和浩特", "全省", "全市", "本市", "本省", "我市", "我省",
    ];

    /// <summary>Whether a folded text names one.</summary>
    public static bool AreIn(string folded) => Beginning().IsMatch(folded) || Array.Exists(Names, name => folded.Contains(name, StringComparison.Ordinal));

    /// <summary>Whether a folded title begins with one.</summary>
    public static bool Begin(string folded) => (Beginning().Match(folded) is { Success: true } start && !IsOfAnyPlace(start.Value)) || Array.Exists(Names, name => folded.StartsWith(name, StringComparison.Ordinal));

    /// <summary>关于城市……, 全国省…… begin like a place and are none.</summary>
    private static bool IsOfAnyPlace(string start) =>
        start.EndsWith("城市", StringComparison.Ordinal) || start.StartsWith("关于", StringComparison.Ordinal) || start.StartsWith("全国", StringComparison.Ordinal) || start.StartsWith('各');

    /// <summary>A question about a place that is not among the names begins with it: 铁岭市对于……</summary>
    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{2,3}(?:自治区|自治州|自治县|[省市县州])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();
}
