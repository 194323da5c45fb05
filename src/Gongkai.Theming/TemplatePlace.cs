using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Theming.Templates;

namespace Gongkai.Theming;

/// <summary>Where in which template a fault is.</summary>
/// <param name="Template">The template's file, as <c>GongkaiTheme/Views/Layout.liquid</c>.</param>
/// <param name="Line">The line, counted from 1; null when the engine gave no hint of it.</param>
/// <param name="Text">What stands there; null with no line.</param>
public sealed partial record TemplatePlace(string Template, int? Line = null, string? Text = null)
{
    /// <summary>The place as a reader's language says it.</summary>
    public override string ToString() => Line is { } line ? $"{Template} 第 {line} 行" : Template;

    /// <summary>The place of what the parser says.</summary>
    internal static TemplatePlace OfParsing(string origin, string source, string error) =>
        Position().Match(error) is { Success: true } position && int.TryParse(position.Groups["line"].Value, CultureInfo.InvariantCulture, out var line)
            ? new(origin, line, LineAt(source, line))
            : new(origin);

    /// <summary>The place of what went wrong while rendering: where the word that the message names stands, in the template or in one that it may have rendered.</summary>
    /// <remarks>The engine keeps no positions after parsing; a name that is wrong seldom stands in two places.</remarks>
    internal static TemplatePlace OfRendering(string message, TemplateFile template, IEnumerable<TemplateFile> others)
    {
        if (Named().Match(message) is { Success: true } named)
        {
            var word = named.Groups["name"].Value;
            foreach (var file in others.Prepend(template))
            {
                var lines = file.Source.Split('\n');
                var index = Array.FindIndex(lines, line => HasWord(line, word));
                if (index >= 0)
                    return new(file.Origin, index + 1, lines[index].Trim());
            }
        }

        return new(template.Origin);
    }

    private static bool HasWord(string line, string word)
    {
        for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var isBegun = at > 0 && char.IsAsciiLetterOrDigit(line[at - 1]);
            var isGoingOn = at + word.Length < line.Length && char.IsAsciiLetterOrDigit(line[at + word.Length]);
            if (!isBegun && !isGoingOn)
                return true;
        }

        return false;
    }

    private static string? LineAt(string source, int line) => source.Split('\n').ElementAtOrDefault(line - 1)?.Trim();

    // Fluid: "… at (3:7)".
    [GeneratedRegex(@"\((?<line>\d+):\d+\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Position();

    [GeneratedRegex("[“'\"](?<name>[^”'\"]+)[”'\"]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
