using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>Says of addresses within the site whether they lead somewhere.</summary>
/// <param name="reader">Knows the routes of what is published.</param>
/// <param name="former">Knows the addresses that lead elsewhere now.</param>
/// <param name="media">Knows the files.</param>
/// <param name="reserved">The addresses of modules and of the home.</param>
/// <param name="site">The site's own address.</param>
internal sealed class SiteLinks(IContentReader reader, IFormerAddresses former, IMediaFiles media, ReservedRoutes reserved, SiteSettings site)
{
    // A page of links is looked at as far as an editor waits for.
    private const int MostLooked = 200;
    private const string MediaFolder = "media/";

    /// <summary>Of some addresses as they are written, those that lead nowhere within the site.</summary>
    public async Task<IReadOnlySet<string>> DeadOfAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var dead = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in addresses.Distinct(StringComparer.Ordinal).Take(MostLooked))
        {
            if (PathOf(address) is { Length: > 0 } path && !await LeadsSomewhereAsync(path, cancellationToken))
                dead.Add(address);
        }

        return dead;
    }

    /// <summary>The path within the site, without outer slashes; null for an address elsewhere.</summary>
    private string? PathOf(string address)
    {
        var inside = LinkAddress.Resolve(address);
        if (site.BaseUrl.Length > 0 && inside.StartsWith(site.BaseUrl + "/", StringComparison.OrdinalIgnoreCase))
            inside = inside[site.BaseUrl.Length..];
        if (!inside.StartsWith('/') || inside.StartsWith("//", StringComparison.Ordinal))
            return null;
        return Uri.UnescapeDataString(inside.Split('?', '#')[0]).Trim('/');
    }

    private async Task<bool> LeadsSomewhereAsync(string path, CancellationToken cancellationToken)
    {
        if (path.StartsWith(MediaFolder, StringComparison.OrdinalIgnoreCase))
            return await media.FindAsync(path[MediaFolder.Length..], cancellationToken) is not null;
        return reserved.FaultOf(path.Split('/')[0], "") is not null
            || await reader.FindRouteAsync(path, cancellationToken) is not null
            || await former.FindAsync(path, cancellationToken) is { IsGone: false };
    }
}
