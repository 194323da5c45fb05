namespace OrchardSite.StaticCopy.Addresses;

/// <summary>Where a link on a page leads.</summary>
internal enum SiteLinkKind
{
    /// <summary>To another site, another protocol, or a place on the same page: it stays as it is.</summary>
    Foreign,

    /// <summary>To an address that can stand in the copy.</summary>
    Copied,

    /// <summary>To something that only a running site answers.</summary>
    Live,
}

/// <summary>A link, read.</summary>
/// <param name="Kind">Where it leads.</param>
/// <param name="Address">Of what can stand in the copy: the address.</param>
/// <param name="Url">Of what is on the site: path and query, escaped, as the running site answers it.</param>
/// <param name="Fragment">The place on the page, with its <c>#</c>; empty for none.</param>
/// <param name="Query">What of the query stays with a file: the version of a theme's file, with its <c>?</c>.</param>
internal sealed record SiteLink(SiteLinkKind Kind, CopyAddress? Address = null, string Url = "", string Fragment = "", string Query = "")
{
    /// <summary>A link to elsewhere.</summary>
    public static SiteLink Foreign { get; } = new(SiteLinkKind.Foreign);
}
