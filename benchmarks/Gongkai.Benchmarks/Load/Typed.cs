namespace Gongkai.Benchmarks.Load;

/// <summary>What people have typed when they look at what is proposed.</summary>
internal static class Typed
{
    /// <summary>The beginnings of words, and what they are typed in.</summary>
    public static readonly (string Name, string[] Texts)[] All =
    [
        ("by characters", ["政", "政府", "政府信", "公积", "住房公", "养老", "劳动合", "医疗", "不动产", "環境", "資訊公", "食品 安", "办法", "条例", "通知", "第", "江苏", "农", "关于印发", "税收"]),
        ("by pinyin", ["zheng", "zhengfu", "zhengfuxinxi", "gongji", "zhufang", "yanglao", "laodong", "yiliao", "budongchan", "huanjing", "shipin", "tiaoli", "tongzhi", "nongye", "shui", "jiaoyu"]),
        ("by initials", ["zf", "zfxx", "zfxxgk", "gjj", "ylbx", "ldht", "bdc", "hjbh", "spaq", "zscq", "xzxk", "ywjy", "gwy", "tl", "tz", "bf"]),
    ];
}
