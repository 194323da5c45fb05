using System.Text.RegularExpressions;

namespace OrchardSite.Rewriting;

/// <summary>A redirect or rewrite of addresses, compiled.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Pattern">Matches the path. Never backtracks, so no address can make it slow.</param>
/// <param name="Substitution">The target's path, then perhaps a query, with <c>$1</c> for what was matched.</param>
/// <param name="IgnoresCase">Whether case does not matter.</param>
/// <param name="KeepsQuery">Whether the request's query is added.</param>
/// <param name="Status">The answer's status; null for a rewrite.</param>
/// <param name="IsLast">Whether a rewrite ends the rules.</param>
internal sealed partial record RewriteRule(string Name, Regex Pattern, string Substitution, bool IgnoresCase, bool KeepsQuery, int? Status, bool IsLast)
{
    private readonly string _start = LiteralStartOf(Pattern.ToString());

    /// <summary>The target of a path, or null when the rule does not match or leads to where one is.</summary>
    public (PathString Path, QueryString Query)? Apply(string path, QueryString query)
    {
        // Most addresses are told apart by their beginning, without the pattern.
        if (!path.StartsWith(_start, IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) || Pattern.Match(path) is not { Success: true } match)
            return null;
        var parts = Substitution.Split('?', 2);
        // What was matched may itself begin with slashes: //host would lead off the site.
        var target = "/" + Filled(parts[0], match, value => value).TrimStart('/', '\\');
        var own = parts.Length > 1 ? new QueryString("?" + Filled(parts[1], match, Uri.EscapeDataString)) : QueryString.Empty;
        var whole = KeepsQuery ? own.Add(query) : own;
        return target == path && whole == query ? null : (new PathString(target), whole);
    }

    private static string Filled(string text, Match match, Func<string, string> written) => Place().Replace(text, place => written(match.Groups[place.Groups["number"].Value].Value));

    /// <summary>What every matching path begins with; empty when that is not plain.</summary>
    private static string LiteralStartOf(string pattern)
    {
        if (!pattern.StartsWith("^/", StringComparison.Ordinal) || pattern.Contains('|'))
            return "";
        var end = 1;
        while (end < pattern.Length && (char.IsLetterOrDigit(pattern[end]) || pattern[end] is '/' or '-' or '_'))
            end++;
        // What may be absent is no beginning.
        return end < pattern.Length && pattern[end] is '?' or '*' or '{' ? pattern[1..(end - 1)] : pattern[1..end];
    }

    [GeneratedRegex(@"\$(?<number>\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
