using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>From which search somebody came to a page: the parameter <c>from</c> of a result's link, as <c>from=3.公积金</c>. Neither caches nor canonical links know it.</summary>
/// <param name="Query">The query as the log of searches counts it.</param>
/// <param name="Position">The result's place in the whole list, from 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SearchOrigin(string Query, int Position)
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "from";

    private const int MostDigits = 5;

    /// <summary>The origin that a request names; null when it names none.</summary>
    public static SearchOrigin? Read(IQueryCollection query)
    {
        if (query[Parameter] is not [{ Length: > 2 } text])
            return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot is > 0 and <= MostDigits && dot + 1 < text.Length && int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0
            ? new(text[(dot + 1)..], position)
            : null;
    }

    /// <summary>A link with this origin, before its anchor if it has one.</summary>
    public string AddTo(string link)
    {
        var anchor = link.IndexOf('#', StringComparison.Ordinal);
        var (page, rest) = anchor < 0 ? (link, "") : (link[..anchor], link[anchor..]);
        var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return string.Create(CultureInfo.InvariantCulture, $"{page}{separator}{Parameter}={Position}.{Uri.EscapeDataString(Query)}{rest}");
    }
}
