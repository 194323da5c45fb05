using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>Writes links as they must be in a copy: to its files, to the running site, or not at all.</summary>
/// <param name="map">Reads links.</param>
/// <param name="fileOf">The file of an address; null when there is nothing there. Follows what has moved.</param>
/// <param name="style">How links are written.</param>
/// <param name="liveAddress">The running site; null when readers cannot reach it.</param>
internal sealed class LinkWriter(SiteMap map, Func<CopyAddress, CopyTarget?> fileOf, LinkStyle style, string? liveAddress)
{
    /// <summary>Whether readers of the copy can reach the running site.</summary>
    public bool HasLive => liveAddress is not null;

    /// <summary>The site's address; empty when it is not known.</summary>
    public string Origin => map.Origin;

    /// <summary>A link as the copy has it; null when it would lead nowhere.</summary>
    /// <param name="link">The link as it stands.</param>
    /// <param name="page">The page it stands on, as the site has it: escaped, beginning with <c>/</c>.</param>
    /// <param name="file">The page's own file; null for one that a server gives out at any address.</param>
    public string? Write(string link, string page, string? file)
    {
        var read = map.Read(link, page);
        return read.Kind switch
        {
            SiteLinkKind.Foreign => link,
            SiteLinkKind.Copied when fileOf(read.Address!) is { } target => AddressOf(target, file) + read.Query + read.Fragment,
            _ => Live(read.Url) is { } live ? live + read.Fragment : null,
        };
    }

    /// <summary>The running site's address of a path and query; null when readers cannot reach it.</summary>
    public string? Live(string url) => liveAddress is null ? null : liveAddress + url;

    /// <summary>Whether an absolute address, as machines get them, leads to a file of the copy.</summary>
    public bool Holds(string address) => map.Read(address, "/") is { Kind: SiteLinkKind.Copied, Address: { } copied } && fileOf(copied) is not null;

    private string AddressOf(CopyTarget target, string? from)
    {
        // A page that stands for many addresses has no place from which others could be told.
        if (style == LinkStyle.Relative && from is not null)
            return Relative(from, target.File);
        return style == LinkStyle.Absolute ? map.Origin + Clean(target) : (map.Origin + "/" + Escape(target.File));
    }

    /// <summary>From one file to another.</summary>
    internal static string Relative(string from, string to)
    {
        var (own, others) = (from.Split('/'), to.Split('/'));
        var shared = 0;
        while (shared < own.Length - 1 && shared < others.Length - 1 && own[shared] == others[shared])
            shared++;
        return string.Concat(Enumerable.Repeat("../", own.Length - 1 - shared)) + string.Join('/', others[shared..].Select(Uri.EscapeDataString));
    }

    /// <summary>The address under which a server that tries <c>.html</c> finds a file.</summary>
    private static string Clean(CopyTarget target)
    {
        const string Ending = ".html";
        if (target.File == "index.html")
            return "/";
        return "/" + Escape(target.IsPage && target.File.EndsWith(Ending, StringComparison.Ordinal) ? target.File[..^Ending.Length] : target.File);
    }

    private static string Escape(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>A file that a link leads to.</summary>
/// <param name="File">The file, with <c>/</c> between folders.</param>
/// <param name="IsPage">Whether people read it as a page.</param>
internal sealed record CopyTarget(string File, bool IsPage);
