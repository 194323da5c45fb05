using System.Globalization;
using System.Text;

namespace Gongkai.Markup;

/// <summary>Gives the elements of one document their ids: stable, unique within it, readable in Chinese (<c>h-第一章-总则</c>).</summary>
/// <remarks>Every id starts with <c>h-</c>, so that none can shadow a global name that a script of the page relies on.</remarks>
internal sealed class HeadingIds
{
    private const string Prefix = "h-";
    private const int LongestOfText = 60;

    /// <summary>Longer than any that <see cref="ForText"/> gives, so that those come through unchanged.</summary>
    private const int LongestOfAuthors = 80;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The id of a heading with this text; a second heading with the same text gets <c>-2</c>, and so on.</summary>
    public string ForText(string text)
    {
        var id = Prefixed(text, LongestOfText);
        if (_taken.Add(id))
        {
            return id;
        }

        var number = _next.GetValueOrDefault(id, 2);
        string numbered;
        do
        {
            numbered = string.Create(CultureInfo.InvariantCulture, $"{id}-{number++}");
        }
        while (!_taken.Add(numbered));

        _next[id] = number;
        return numbered;
    }

    /// <summary>The id that stands for an author's own; null when the document has used it already.</summary>
    public string? ForAuthorId(string id)
    {
        var safe = Prefixed(id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id, LongestOfAuthors);
        return _taken.Add(safe) ? safe : null;
    }

    private static string Prefixed(string text, int longest)
    {
        var id = new StringBuilder(Prefix);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                id.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (id[^1] != '-')
            {
                id.Append('-');
            }

            if (id.Length >= longest)
            {
                break;
            }
        }

        var trimmed = id.ToString().TrimEnd('-');
        return trimmed.Length < Prefix.Length ? Prefix + "section" : trimmed;
    }
}
