using OrchardSite.StaticCopy;

namespace OrchardSite.Hosting;

/// <summary>The section <c>Static</c>.</summary>
internal static class StaticSection
{
    private const string LiveAddress = "Static:LiveAddress";

    /// <summary>Completes what the command line says of a copy by the configuration.</summary>
    public static StaticCopyOptions Read(IConfiguration configuration, StaticCopyOptions given)
    {
        if (configuration[LiveAddress]?.Trim() is not { Length: > 0 } address)
            return given;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? given with { LiveAddress = address.TrimEnd('/') }
            : throw new SiteException($"appsettings.json 中的 {LiveAddress}“{address}”应写作 https://search.example.gov.cn 这样的地址。");
    }
}
