namespace Gongkai.Web;

/// <summary>Where a home has the pages whose addresses may be taken there. Orchard Core has a <c>/search</c> and an <c>/api</c> of its own.</summary>
/// <param name="Search">The search page, beginning with <c>/</c>.</param>
/// <param name="Api">The public API and the page to try it, beginning with <c>/</c>.</param>
/// <param name="ApiDocument">The API's OpenAPI document; null in a home that writes none.</param>
public sealed record SiteAddresses(string Search = "/search", string Api = "/api", string? ApiDocument = null)
{
    /// <summary>The first segment of an address, which content routes cannot take.</summary>
    public static string SegmentOf(string address) => address.TrimStart('/').Split('/')[0];
}
