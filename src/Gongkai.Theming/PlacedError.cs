using System.Text.RegularExpressions;

namespace Gongkai.Theming;

/// <summary>A parser's message with its place said as ours say it.</summary>
internal static partial class PlacedError
{
    /// <summary>The message; its place, when it ends in one, comes first.</summary>
    public static string Of(string error) => Place().Match(error) is { Success: true } place
        ? $"第 {place.Groups["line"].Value} 行第 {place.Groups["column"].Value} 列，{error[..place.Index].TrimEnd()}"
        : error;

    // Fluid: "Invalid 'if' tag at (3:7)", sometimes with the source line after it.
    [GeneratedRegex(@"\s+at \((?<line>\d+):(?<column>\d+)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
