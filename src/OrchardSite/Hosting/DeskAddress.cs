using Gongkai.Content;
using Gongkai.Storage;

namespace OrchardSite.Hosting;

/// <summary>The desk's address is nobody else's: no page of a module is there, and no content is or was.</summary>
internal static class DeskAddress
{
    private const string Advice = "请在 appsettings.json 里把 Desk:Path 换成一个没有用过的地址，如 /admin 或 /desk。";

    /// <summary>Compares it with what modules and the home keep for themselves.</summary>
    /// <exception cref="SiteException">It is taken.</exception>
    public static void CheckReserved(IServiceProvider services)
    {
        var path = services.GetRequiredService<SiteOptions>().DeskPath;
        // The desk's own reservation is one of them.
        if (services.GetServices<ReservedRoute>().Count(route => string.Equals("/" + route.Segment, path, StringComparison.OrdinalIgnoreCase)) > 1)
            throw new SiteException($"Desk:Path“{path}”不能用：网站自己的页面或文件已经在这个地址。{Advice}");
    }

    /// <summary>Compares it with the addresses of content. New content cannot take it; what was there before does not lose its address silently.</summary>
    /// <exception cref="SiteException">It is taken.</exception>
    public static async Task CheckContentAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var path = services.GetRequiredService<SiteOptions>().DeskPath;
        if (await services.GetRequiredService<AddressesBelow>().FindAsync(path, cancellationToken) is not { } taken)
            return;
        var whose = taken.IsFormer ? "曾经是它的地址，现在仍会转到它或说明它已撤下" : "是它现在的地址";
        throw new SiteException($"Desk:Path“{path}”不能用：内容 {taken.ContentItemId} 在那里，“/{ShortText.Of(taken.Path)}”{whose}。{Advice}");
    }
}
