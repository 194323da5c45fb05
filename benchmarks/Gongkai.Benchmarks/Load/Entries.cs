using System.Text.Json.Nodes;

namespace Gongkai.Benchmarks.Load;

/// <summary>The entries of a running site.</summary>
internal static class Entries
{
    private const int PageSize = 100;

    /// <summary>How many entries there are.</summary>
    public static async Task<int> CountAsync(Uri site, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = site };
        return (int)(await AskAsync(client, "size=1", cancellationToken))["total"]!;
    }

    /// <summary>The addresses of the newest entries, as many as there are up to a number.</summary>
    public static async Task<List<string>> AddressesAsync(Uri site, int most, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = site };
        var addresses = new List<string>(most);
        for (var page = 1; addresses.Count < most; page++)
        {
            var hits = (await AskAsync(client, $"sort=newest&size={PageSize}&page={page}", cancellationToken))["hits"]!.AsArray();
            addresses.AddRange(hits.Select(hit => (string)hit!["url"]!));
            if (hits.Count < PageSize)
                break;
        }

        return addresses.Count > most ? addresses[..most] : addresses;
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, CancellationToken cancellationToken) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/search?type=DisclosureEntry&{query}", UriKind.Relative), cancellationToken))!;
}
