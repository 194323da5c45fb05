using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>A link or a picture in a text.</summary>
/// <param name="Address">Where it leads, as it is written.</param>
/// <param name="Piece">Where it stands in the source.</param>
/// <param name="IsPicture">Whether it is a picture.</param>
/// <param name="Text">A picture's text.</param>
public sealed record TextLink(string Address, Piece Piece, bool IsPicture, string Text);

/// <summary>Finds the links and pictures of a text.</summary>
internal static partial class TextLinks
{
    public static IEnumerable<TextLink> In(CheckedText text)
    {
        var source = text.Readable.Source;
        if (text.Path.EndsWith(".Url", StringComparison.Ordinal))
            return [new(source, new(0, source.Length), false, "")];
        if (text.Form == TextForm.Plain)
            return [];
        var html = Tags().Matches(source).Select(OfTag).OfType<TextLink>();
        return text.Form == TextForm.Html ? html : html.Concat(MarkdownLinks().Matches(source).Select(match =>
            new TextLink(match.Groups["angled"].Value + match.Groups["plain"].Value, PieceOf(match), match.Groups["picture"].Length > 0, match.Groups["text"].Value)));
    }

    private static TextLink? OfTag(Match match)
    {
        var (tag, isPicture) = (match.Value, match.Groups["name"].Value is ['i' or 'I', ..]);
        return AttributeOf(tag, isPicture ? "src" : "href") is { } address ? new(address, PieceOf(match), isPicture, AttributeOf(tag, "alt") ?? "") : null;
    }

    private static string? AttributeOf(string tag, string name) => Attributes().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match
        ? WebUtility.HtmlDecode(match.Groups["double"].Value + match.Groups["single"].Value).Trim()
        : null;

    private static Piece PieceOf(Match match) => new(match.Index, match.Length);

    // No pattern goes back over what it has read: a text takes the time of its length.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("<(?<name>a|img)\\s[^<>]+>", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s(?<name>[A-Za-z]+)\\s*=\\s*(\"(?<double>[^\"]*)\"|'(?<single>[^']*)')", Options)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<picture>!)?\[(?<text>[^\[\]\n]*)\]\(\s*(<(?<angled>[^<>\n]+)>|(?<plain>[^\s()<>]+))", Options)]
    private static partial Regex MarkdownLinks();
}
