namespace Gongkai.Syndication;

/// <summary>Where a page is.</summary>
/// <param name="Origin">What the site's addresses begin with; empty where its address is not configured.</param>
/// <param name="Path">The page's one address below it, beginning with <c>/</c>.</param>
/// <param name="SiteName">The site's name.</param>
/// <param name="SearchPath">The search page's address below it.</param>
internal sealed record PagePlace(string Origin, string Path, string SiteName, string SearchPath)
{
    /// <summary>The page's address.</summary>
    public string Url => Origin + Path;

    /// <summary>The address of something on the site.</summary>
    /// <param name="path">Beginning with <c>/</c>.</param>
    public string UrlOf(string path) => Origin + path;
}
