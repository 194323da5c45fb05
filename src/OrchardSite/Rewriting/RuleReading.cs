using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Content;

namespace OrchardSite.Rewriting;

/// <summary>Reads rules in the shape of a recipe's <c>UrlRewriting</c> step.</summary>
internal static class RuleReading
{
    /// <summary>So many rules are looked through for every address that no page has.</summary>
    public const int MaximumRules = 1000;

    private const int MaximumLength = 1000;

    private static readonly Dictionary<string, int> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MovedPermanently"] = StatusCodes.Status301MovedPermanently,
        ["Found"] = StatusCodes.Status302Found,
        ["TemporaryRedirect"] = StatusCodes.Status307TemporaryRedirect,
        ["PermanentRedirect"] = StatusCodes.Status308PermanentRedirect,
    };

    /// <summary>Reads a rule; null with the fault and the property that has it.</summary>
    public static RewriteRule? Read(JsonObject json, out (string Property, string Message) fault)
    {
        fault = default;
        var name = json.Text("Name") ?? "";
        var source = json.Text("Source");
        var pattern = json.Text("Pattern") ?? "";
        var substitution = json.Text("SubstitutionPattern") ?? "";
        var query = json.Text("QueryStringPolicy") ?? "Append";
        var type = json.Text("RedirectType") ?? "Found";
        var ignoresCase = json.Flag("IsCaseInsensitive");
        var isRedirect = string.Equals(source, "Redirect", StringComparison.OrdinalIgnoreCase);
        if (name.Length is 0 or > MaximumLength)
            fault = ("Name", "规则缺少名称（Name）。");
        else if (!isRedirect && !string.Equals(source, "Rewrite", StringComparison.OrdinalIgnoreCase))
            fault = ("Source", $"Source 应是 Redirect 或 Rewrite，得到的是“{source}”。");
        else if (pattern.Length is 0 or > MaximumLength)
            fault = ("Pattern", $"Pattern 应有 1 到 {MaximumLength} 个字符，是匹配地址路径的正则表达式，如 ^/old/(.*)$。");
        else if (FaultOfTarget(substitution) is { } targetFault)
            fault = ("SubstitutionPattern", targetFault);
        else if (query is not ("Append" or "Drop"))
            fault = ("QueryStringPolicy", $"QueryStringPolicy 应是 Append 或 Drop，得到的是“{query}”。");
        else if (isRedirect && !Statuses.ContainsKey(type))
            fault = ("RedirectType", $"RedirectType 应是 {string.Join('、', Statuses.Keys)} 之一，得到的是“{type}”。");
        else if (Compile(pattern, ignoresCase, out var problem) is not { } compiled)
            fault = ("Pattern", $"“{pattern}”不能用作匹配地址的正则表达式：{problem}");
        else
            return new(name, compiled, substitution, ignoresCase, query == "Append", isRedirect ? Statuses[type] : null, json.Flag("SkipFurtherRules"));
        return null;
    }

    private static string? FaultOfTarget(string target)
    {
        if (target.Length is 0 or > MaximumLength)
            return $"SubstitutionPattern 应有 1 到 {MaximumLength} 个字符，是以 / 开头的地址，如 /notice/$1。";
        return target[0] != '/' || target.StartsWith("//", StringComparison.Ordinal) || target.Contains('\\') || target.Any(char.IsControl)
            ? $"只能转到本站的地址：“{target}”应以一个 / 开头，不能带协议和主机名，也不能有反斜杠。"
            : null;
    }

    private static Regex? Compile(string pattern, bool ignoresCase, out string? problem)
    {
        problem = null;
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(1));
        }
        catch (NotSupportedException)
        {
            problem = "不支持环视、反向引用和原子组，请改写。";
        }
        catch (ArgumentException fault)
        {
            problem = fault.Message;
        }

        return null;
    }
}
