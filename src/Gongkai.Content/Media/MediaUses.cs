using System.Buffers;
using System.Net;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Says which media files an item uses, published or not.</summary>
public static class MediaUses
{
    private const string Start = "/media/";
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \n\r\t\"')<>");
    private static readonly SearchValues<char> EndsInBrackets = SearchValues.Create(">\n");

    /// <summary>Whether a version names a file in a field or links to it in a text.</summary>
    public static bool IsUsed(string path, ContentItem item, DefinitionSnapshot definitions)
    {
        var contribution = IndexContribution.Of(item, definitions);
        return contribution.Media.Contains(path, StringComparer.Ordinal) || contribution.Markup.Any(markup => In(markup.Source).Contains(path, StringComparer.Ordinal));
    }

    /// <summary>Whether a media field somewhere in some JSON names a file.</summary>
    public static bool IsNamedIn(JsonNode? node, string path) => node switch
    {
        JsonObject json => json.Any(property => property is { Key: "Paths", Value: JsonArray } ? json.Texts("Paths").Select(MediaField.Normalize).Contains(path) : IsNamedIn(property.Value, path)),
        JsonArray array => array.Any(value => IsNamedIn(value, path)),
        _ => false,
    };

    /// <summary>The paths that a source text, Markdown or HTML, links to.</summary>
    public static IEnumerable<string> In(string source)
    {
        for (var at = source.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Start, at, StringComparison.Ordinal))
        {
            at += Start.Length;
            // In Markdown <…> an address may hold spaces; elsewhere one ends there.
            var isBracketed = at - Start.Length > 0 && source[at - Start.Length - 1] == '<';
            var length = source.AsSpan(at).IndexOfAny(isBracketed ? EndsInBrackets : Ends);
            var address = WebUtility.HtmlDecode(length < 0 ? source[at..] : source.Substring(at, length)).Split('?', '#')[0];
            if (address.Length > 0)
                yield return Uri.UnescapeDataString(address);
        }
    }
}
