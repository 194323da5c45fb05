using Gongkai.Content;
using Gongkai.Web;
using OrchardSite.Caching;
using OrchardSite.Pages;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.StaticCopy;

/// <summary>The site as a copy sees it: its lists, its pages, how far it has followed the changes.</summary>
/// <param name="services">The site's services.</param>
/// <param name="pipeline">Answers addresses.</param>
/// <param name="map">Reads links.</param>
/// <param name="options">What kind of copy.</param>
/// <param name="fingerprint">By what its pages are made.</param>
/// <param name="themeFiles">The addresses of the themes' files.</param>
internal sealed class CopySite(IServiceProvider services, SitePipeline pipeline, SiteMap map, StaticCopyOptions options, string fingerprint, IReadOnlyList<string> themeFiles)
{
    /// <summary>Addresses that no list of items has, and that a site may do without.</summary>
    private static readonly string[] Always = ["/", "/catalogue", "/catalogue/standards", "/interpretations", "/questions", "/glossary", "/guide", "/rules"];

    // For programs, who get absolute addresses: not without the site's own.
    private static readonly string[] ForPrograms = ["/sitemap.xml", "/robots.txt", "/dcat/catalog.jsonld", "/feeds/all.atom", "/feeds/all.rss"];

    private const string Description = "/opensearch.xml";
    private const string MediaFolder = "/media/";

    /// <summary>Asks for pages.</summary>
    public SitePipeline Pipeline => pipeline;

    /// <summary>Reads links.</summary>
    public SiteMap Map => map;

    /// <summary>By what the pages are made.</summary>
    public string Fingerprint => fingerprint;

    /// <summary>The items.</summary>
    public SiteItems Items { get; } = ActivatorUtilities.CreateInstance<SiteItems>(services);

    /// <summary>Today in the site's time zone.</summary>
    public DateOnly Today => services.GetRequiredService<SiteSettings>().Today;

    /// <summary>Lets everything that pages read show every change that there is now; the last one's number.</summary>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        var last = await Items.GetLastAsync(cancellationToken);
        await services.GetRequiredService<ChangeFollowing>().CatchUpAsync(last, cancellationToken);
        return last;
    }

    /// <summary>The addresses to begin with, escaped; a site may have nothing at some of them.</summary>
    public IEnumerable<string> Begins => [.. Always, .. themeFiles, .. map.Origin.Length == 0 ? [] : options.LiveAddress is null ? ForPrograms : [.. ForPrograms, Description]];

    /// <summary>Whether an item has a page that is copied though nothing may link to it: one with a route, or one that the site's maps name.</summary>
    public bool IsSeed(CopyItem item) => item.Url.Length > 0
        && (!item.Url.StartsWith("/Contents/ContentItems/", StringComparison.Ordinal) || services.GetRequiredService<ISearch>().Find([item.Id]).Count > 0);

    /// <summary>An address below each of the beginnings that are copied; theme files and media are there once.</summary>
    public IEnumerable<CopyAddress> InRoots(string url) =>
        options.Roots.Select(root => map.AddressOf(root.Length > 0 && url == "/" ? root : root + url) ?? map.AddressOf(url)).OfType<CopyAddress>().DistinctBy(address => address.Key);

    /// <summary>Whether the site has something at an address now.</summary>
    public async Task<bool> IsThereAsync(CopyAddress address, CancellationToken cancellationToken) => (await pipeline.GetAsync(address.Url, Stream.Null, cancellationToken)).IsThere;

    /// <summary>The tags of an address beside what is read for it.</summary>
    public async ValueTask<IReadOnlyList<string>> TagsOfAsync(CopyAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind == CopyKind.Media)
            return [await FileTagAsync(address, cancellationToken)];
        return address.Kind == CopyKind.Page && PageKey.IsDated(address.Path) ? [CopyTags.Day(Today)] : [];
    }

    /// <summary>A tag that is another when the uploaded file at an address is another.</summary>
    public async ValueTask<string> FileTagAsync(CopyAddress address, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IMediaFiles>().FindAsync(address.Path[MediaFolder.Length..], cancellationToken) is { } file
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"file:{file.Length}-{file.ModifiedUtc.Ticks}") : "file:none";

    /// <summary>The pages that a web server shows in place of others, by their file's address.</summary>
    public async Task<IReadOnlyList<(string Name, string Html)>> OwnPagesAsync(CancellationToken cancellationToken)
    {
        var renderer = services.GetRequiredService<IPageRenderer>();
        var pages = new List<(string, string)>();
        foreach (var (name, page) in StatusPages.ForCopy())
        {
            using var body = new MemoryStream();
            await pipeline.WriteAsync(name, body, http => renderer.RenderAsync(http, page), cancellationToken);
            pages.Add((name, System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)));
        }

        return pages;
    }
}
