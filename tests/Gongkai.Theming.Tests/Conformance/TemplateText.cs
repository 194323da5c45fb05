using System.Text.RegularExpressions;

namespace Gongkai.Theming.Tests.Conformance;

/// <summary>The names in a template, read from its text: tags, filters, and the objects with what is read of them.</summary>
internal sealed partial class TemplateText
{
    private static readonly string[] Words = ["and", "or", "contains", "startswith", "endswith", "in", "true", "false", "nil", "null", "empty", "blank", "limit", "offset", "reversed", "by", "as", "with", "forloop"];

    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    public TemplateText(string liquid)
    {
        foreach (Match mark in Mark().Matches(Hidden().Replace(liquid, "")))
        {
            var body = Texts().Replace(mark.Groups["body"].Value, "''");
            if (mark.Groups["open"].Value[1] == '%')
                body = ReadTag(body.Trim());
            foreach (Match filter in Filter().Matches(body))
                Filters.Add(filter.Groups["name"].Value);
            ReadPaths(Filter().Replace(body, " "));
        }
    }

    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Filters { get; } = new(StringComparer.Ordinal);

    /// <summary>What it reads of objects that are not its own variables, as <c>Site.SiteName</c>.</summary>
    /// <param name="given">The variables that it is given.</param>
    public IEnumerable<string> Reads(IReadOnlyCollection<string> given) =>
        _paths.Where(path => path.Split('.')[0] is var root && !_locals.Contains(root) && !given.Contains(root)).Distinct(StringComparer.Ordinal);

    private string ReadTag(string body)
    {
        var name = Name().Match(body).Value;
        Tags.Add(name);
        var rest = body[name.Length..];
        switch (name)
        {
            case "assign" or "capture":
                _locals.Add(Name().Match(rest.TrimStart()).Value);
                break;
            case "for":
                _locals.Add(Name().Match(rest.TrimStart()).Value);
                break;
        }

        return rest;
    }

    private void ReadPaths(string text)
    {
        foreach (Match path in Path().Matches(text))
        {
            if (!Words.Contains(path.Groups["root"].Value))
                _paths.Add(path.Value.Trim());
        }
    }

    /// <summary>The pieces that a template renders, from its text as written: their names are texts.</summary>
    public static IEnumerable<(string Piece, string[] Arguments)> RendersIn(string liquid) =>
        Piece().Matches(liquid).Select(match => (match.Groups["name"].Value, (string[])[.. Argument().Matches(match.Groups["rest"].Value).Select(argument => argument.Groups["name"].Value)]));

    [GeneratedRegex(@"\{%-?\s*(?<tag>comment|raw)\s*-?%\}.*?\{%-?\s*end\k<tag>\s*-?%\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?<open>\{[{%])-?(?<body>.*?)-?[}%]\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\|\s*(?<name>[A-Za-z_]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();

    [GeneratedRegex("^[A-Za-z_]\\w*", RegexOptions.None, 1000)]
    private static partial Regex Name();

    // A word followed by a colon is an argument's name.
    [GeneratedRegex(@"(?<![\w.'-])(?<root>[A-Za-z_]\w*)(\.[A-Za-z_]\w*)*(?!\s*:)(?![\w.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"\{%-?\s*(render|include)\s+'(?<name>[^']+)'(?<rest>[^%]*)%\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w*)\s*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
