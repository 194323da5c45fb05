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
            new TextLink(match.Groups["to"].Value, PieceOf(match), match.Groups["picture"].Length > 0, match.Groups["text"].Value)));
    }

    private static TextLink? OfTag(Match match)
    {
        var (tag, isPicture) = (match.Value, match.Groups["name"].Value is ['i' or 'I', ..]);
        return AttributeOf(tag, isPicture ? "src" : "href") is { } address ? new(address, PieceOf(match), isPicture, AttributeOf(tag, "alt") ?? "") : null;
    }

    private static string? AttributeOf(string tag, string name) => Attributes().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match
        ? WebUtility.HtmlDecode(match.Groups["value"].Value).Trim()
        : null;

    private static Piece PieceOf(Match match) => new(match.Index, match.Length);

    [GeneratedRegex("<(?<name>a|img)\\s[^<>]{1,4000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s(?<name>[A-Za-z]{1,10})\\s{0,3}=\\s{0,3}[\"'](?<value>[^\"']*)[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<picture>!)?\[(?<text>[^\[\]\n]{0,500})\]\(\s{0,3}(?:<(?<to>[^<>\n]{1,2000})>|(?<to>[^\s()<>]{1,2000}))", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLinks();
}
