using Gongkai.Content;
using Gongkai.Theming;
using Gongkai.Web;
using OrchardSite.Caching;
using OrchardSite.Reading;
using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.StaticCopy;

/// <summary>What a site needs to be copied.</summary>
/// <param name="Options">What kind of copy.</param>
/// <param name="DataFolder">The data folder.</param>
/// <param name="ThemesFolder">The folder of the themes.</param>
/// <param name="DeskPath">The desk's address.</param>
/// <param name="OwnFolders">The site's folders, in which no copy may lie.</param>
internal sealed record CopySource(StaticCopyOptions Options, string DataFolder, string ThemesFolder, string DeskPath, IReadOnlyList<string> OwnFolders);

/// <summary>Sets a site up to be copied, and opens it.</summary>
internal static class StaticCopyServices
{
    /// <summary>Adds what copying needs. The copy has an index of its own, so that it never waits for the server that owns the site's, and is never behind the changes that it has read.</summary>
    public static IServiceCollection AddStaticCopy(this IServiceCollection services, CopySource source) =>
        services.AddSingleton(source).AddSingleton<ISiteFolder>(new CopySiteFolder(source));

    /// <summary>The site as a copy sees it.</summary>
    /// <param name="app">The site, with all that is on the way of a request; it is not started.</param>
    public static CopySite OpenCopy(this WebApplication app)
    {
        var services = app.Services;
        var source = services.GetRequiredService<CopySource>();
        var origin = services.GetRequiredService<SiteSettings>().BaseUrl;
        var themes = Gongkai.Theming.ServiceCollectionExtensions.ThemesIn(source.ThemesFolder);
        var addresses = services.GetRequiredService<SiteAddresses>();
        var downloads = services.GetRequiredService<ListDownloads>();
        var map = new SiteMap(origin, themes,
            [addresses.Search, addresses.Api, source.DeskPath, ReadingChoice.Address, "/" + QrCode.Segment, "/feeds/search.atom", "/feeds/search.rss", downloads.Workbook, downloads.Csv, .. downloads.Others,
                .. origin.Length == 0 ? ["/feeds", "/sitemaps", "/dcat", "/sitemap.xml", "/robots.txt"] : (string[])[], .. origin.Length == 0 || source.Options.LiveAddress is null ? ["/opensearch.xml"] : (string[])[]],
            source.Options.Roots);
        // What a started host adds by itself.
        app.UseEndpoints(_ => { });
        var pipeline = new SitePipeline(((IApplicationBuilder)app).Build(), services, services.GetRequiredService<PageReads>(), origin);
        var fingerprint = CopyFingerprint.Of(source.ThemesFolder, map, source.Options, source.DataFolder, services.GetRequiredService<ThemingOptions>().SiteProperties.ToJsonString(), source.DeskPath);
        return new(services, pipeline, map, source.Options, fingerprint, [.. themes.SelectMany(theme => FilesOf(source.ThemesFolder, theme))]);
    }

    private static IEnumerable<string> FilesOf(string folder, string theme)
    {
        var files = Path.Combine(folder, theme, "wwwroot");
        return !Directory.Exists(files) ? [] : Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)
            .Select(file => $"/{theme}/{string.Join('/', Path.GetRelativePath(files, file).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}").Order(StringComparer.Ordinal);
    }

    /// <summary>The site's folder, but for the index.</summary>
    private sealed class CopySiteFolder(CopySource source) : ISiteFolder
    {
        public string Path(string name) => System.IO.Path.Combine(name == "index" ? source.Options.StateFolder : source.DataFolder, name);
    }
}
