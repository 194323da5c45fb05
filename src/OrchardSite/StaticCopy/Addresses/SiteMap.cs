using System.Globalization;
using Gongkai.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace OrchardSite.StaticCopy.Addresses;

/// <summary>Tells of every address of the site whether it can stand in a copy, and as what. Pure: it asks nobody whether there is something at the address.</summary>
/// <param name="origin">The site's address, without a slash at its end; empty when it is not known.</param>
/// <param name="themes">The themes' names, the first segments of their files' addresses.</param>
/// <param name="live">Addresses that, with all below, only a running site answers.</param>
/// <param name="roots">The beginnings of addresses whose pages are copied: empty for those of the default language, <c>/en</c>.</param>
internal sealed class SiteMap(string origin, IReadOnlyCollection<string> themes, IReadOnlyCollection<string> live, IReadOnlyCollection<string> roots)
{
    /// <summary>The beginnings of addresses of other languages. What is not among <c>roots</c> is not copied.</summary>
    public static readonly IReadOnlyList<string> Languages = ["/en", "/zh-hant"];

    private const string Placeholder = "http://copy.invalid";
    private const int LongestUrl = 2000;
    private const int MostPages = 100_000;

    private static readonly string[] DocumentFolders = ["/feeds/", "/sitemaps/", "/dcat/"];
    private static readonly string[] Documents = ["/sitemap.xml", "/robots.txt", "/opensearch.xml"];
    private static readonly int[] Widths = [240, 480, 960, 1600];

    /// <summary>The site's address; empty when it is not known.</summary>
    public string Origin => origin;

    /// <summary>Reads a link.</summary>
    /// <param name="link">The link as it stands, decoded from HTML.</param>
    /// <param name="page">The page it stands on, escaped, beginning with <c>/</c>.</param>
    public SiteLink Read(string link, string page)
    {
        var text = link.Trim();
        if (text.Length is 0 or > LongestUrl || text[0] == '#')
            return SiteLink.Foreign;
        if (origin.Length > 0 && text.StartsWith(origin, StringComparison.OrdinalIgnoreCase) && (text.Length == origin.Length || text[origin.Length] is '/' or '?' or '#'))
            text = text.Length == origin.Length ? "/" : text[origin.Length..];
        if (text.StartsWith("//", StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal)
            || !Uri.TryCreate(new Uri(Placeholder + page), text, out var uri) || uri.GetLeftPart(UriPartial.Authority) != Placeholder)
            return SiteLink.Foreign;
        return Read(uri);
    }

    /// <summary>The address of a path and query on the site; null when it cannot stand in a copy.</summary>
    public CopyAddress? AddressOf(string url) => Read(url, "/") is { Kind: SiteLinkKind.Copied, Address: { } address } ? address : null;

    private SiteLink Read(Uri uri)
    {
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var whole = new SiteLink(SiteLinkKind.Live, null, uri.PathAndQuery, uri.Fragment);
        // What cannot be said again in the same way: a slash that is part of a name, a control character.
        if (uri.AbsolutePath.Contains("%2F", StringComparison.OrdinalIgnoreCase) || path.Contains('\uFFFD', StringComparison.Ordinal) || path.Any(char.IsControl))
            return whole;
        var parameters = QueryHelpers.ParseQuery(uri.Query);
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        if (trimmed.Length == 0)
            trimmed = "/";
        if (KindOf(trimmed, out var isLive) is var kind && isLive)
            return whole;
        return kind switch
        {
            CopyKind.Theme => whole with { Kind = SiteLinkKind.Copied, Address = new(kind, path), Query = uri.Query },
            CopyKind.Media => whole with { Kind = SiteLinkKind.Copied, Address = new(kind, path, NumberOf(parameters, "width") is var width && Widths.Contains(width) ? width : 0) },
            // A file for programs has one form here; its other pages are the running site's.
            CopyKind.Document => parameters.Count == 0 ? whole with { Kind = SiteLinkKind.Copied, Address = new(kind, trimmed) } : whole,
            _ => ReadPage(whole, trimmed, parameters),
        };
    }

    /// <summary>A page: of its query only its number is known to a copy; from which list or search somebody came is nothing there.</summary>
    private static SiteLink ReadPage(SiteLink whole, string path, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> parameters)
    {
        var asked = parameters.Keys.Where(name => name is not (ListOrigin.Parameter or SearchOrigin.Parameter)).ToList();
        var number = 0;
        if (asked is ["page"])
            number = NumberOf(parameters, "page");
        if (asked.Count > 1 || (asked.Count == 1 && number < 1))
            return whole;
        return whole with { Kind = SiteLinkKind.Copied, Address = new(CopyKind.Page, path, number == 1 ? 0 : number) };
    }

    private CopyKind KindOf(string path, out bool isLive)
    {
        var root = Languages.Where(language => IsBelow(path, language)).FirstOrDefault("");
        isLive = !roots.Contains(root, StringComparer.OrdinalIgnoreCase);
        var local = path[root.Length..] is { Length: > 0 } rest ? rest : "/";
        if (local.StartsWith("/media/", StringComparison.Ordinal))
        {
            isLive = root.Length > 0;
            return CopyKind.Media;
        }

        if (themes.Any(theme => local.StartsWith($"/{theme}/", StringComparison.Ordinal)))
        {
            isLive = root.Length > 0;
            return CopyKind.Theme;
        }

        isLive |= live.Any(address => IsBelow(local, address));
        return Documents.Contains(local, StringComparer.OrdinalIgnoreCase) || DocumentFolders.Any(folder => local.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) ? CopyKind.Document : CopyKind.Page;
    }

    private static bool IsBelow(string path, string address) =>
        path.StartsWith(address, StringComparison.OrdinalIgnoreCase) && (path.Length == address.Length || path[address.Length] == '/');

    private static int NumberOf(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> parameters, string name) =>
        parameters.TryGetValue(name, out var values) && values is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostPages ? number : 0;
}
