namespace Gongkai.Syndication.Schema;

/// <summary>Which schema.org type a disclosure entry is.</summary>
internal static class EntryKind
{
    public const string Legislation = "Legislation";
    public const string GovernmentService = "GovernmentService";
    public const string Report = "Report";
    public const string Other = "CreativeWork";

    // 规章 and 行政规范性文件 say in their titles what they are (规章制定程序条例 Art. 7; practice of normative documents).
    private static readonly string[] RuleEndings = ["条例", "规定", "办法", "细则", "规则", "规程", "准则", "决定", "令"];
    private static readonly string[] ServiceEndings = ["服务指南", "办事指南", "办理指南", "办事流程", "办理流程", "申报指南"];
    private static readonly string[] ReportEndings = ["年度报告", "工作报告", "年报", "公报", "情况报告"];
    private static readonly string[] RuleGenres = ["命令", "命令(令)", "命令（令）", "令", "决定", "法规", "规章", "规范性文件", "行政规范性文件"];

    /// <summary>The type of an entry.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="genres">The labels of its genres (体裁).</param>
    public static string Of(string title, IEnumerable<string> genres)
    {
        var name = Core(title);
        if (EndsWithAny(name, ServiceEndings))
            return GovernmentService;
        if (EndsWithAny(name, ReportEndings))
            return Report;
        return EndsWithAny(name, RuleEndings) || genres.Any(genre => RuleGenres.Contains(genre)) ? Legislation : Other;
    }

    /// <summary>What the title is about: of 关于印发《…》的通知 what is between the marks; without （试行） and the like at its end.</summary>
    private static string Core(string title)
    {
        var name = title.Trim();
        var (open, close) = (name.IndexOf('《', StringComparison.Ordinal), name.LastIndexOf('》'));
        if (open >= 0 && close > open && name.EndsWith("的通知", StringComparison.Ordinal) && name.Contains("印发", StringComparison.Ordinal))
            name = name[(open + 1)..close];
        else if (name.EndsWith("的通知", StringComparison.Ordinal) && name.IndexOf("印发", StringComparison.Ordinal) is >= 0 and var at)
            name = name[(at + 2)..^3];
        while (name is [.., '）' or ')'] && name.LastIndexOfAny(['（', '(']) is > 0 and var bracket)
            name = name[..bracket].TrimEnd();
        return name;
    }

    private static bool EndsWithAny(string name, string[] endings) => Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
