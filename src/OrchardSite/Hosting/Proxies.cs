using Gongkai.Content;
using Gongkai.Desk.Requests;
using Microsoft.AspNetCore.HttpOverrides;

namespace OrchardSite.Hosting;

/// <summary>Who is believed when a request says for whom it comes: the proxies of <c>Proxies:Known</c>, nobody else.</summary>
internal static class Proxies
{
    private const string Key = "Proxies:Known";

    /// <summary>Takes the reader's address and scheme from a known proxy's headers; without known proxies nothing is taken.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = DeskSection.Texts(app.Configuration, Key);
        if (known.Count == 0)
            return;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var text in known)
        {
            if (!AllowedNetworks.IsNetwork(text))
                throw new SiteException($"{Key} 中的“{ShortText.Of(text)}”不对，应为 10.0.0.5/32 或 2001:db8::/32 这样的网段。");
            headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(text));
        }

        app.UseForwardedHeaders(headers);
    }
}
