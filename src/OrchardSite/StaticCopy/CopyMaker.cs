using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.StaticCopy;

/// <summary>Makes the file of an address: asks the site, turns the links, prepares what differs from the file there is. Called by several threads.</summary>
/// <param name="pipeline">The site.</param>
/// <param name="map">Reads links.</param>
/// <param name="targets">What is known of addresses.</param>
/// <param name="folder">The copy.</param>
/// <param name="options">What kind of copy.</param>
/// <param name="old">What the copy has, by key.</param>
/// <param name="extraTags">What tags an address has beside what was read for it.</param>
/// <param name="isFound">Told of addresses that were found and are to be made.</param>
internal sealed class CopyMaker(
    SitePipeline pipeline, SiteMap map, CopyTargets targets, CopyFolder folder, StaticCopyOptions options, IReadOnlyDictionary<string, CopyRecord> old,
    Func<CopyAddress, CancellationToken, ValueTask<IReadOnlyList<string>>> extraTags, Action<CopyAddress> isFound)
{
    private const int LeastPacked = 512;
    private const int HashLength = 32;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _probes = new(StringComparer.Ordinal);
    private readonly LinkWriter _links = new(map, address => targets.Find(address, map), options.Links, options.LiveAddress);

    /// <summary>Told of what was found out beside what was asked for: files that were copied at once, addresses that lead on.</summary>
    public ConcurrentQueue<CopyOutcome> Beside { get; } = new();

    /// <summary>Makes the file of an address.</summary>
    public async Task<CopyOutcome> MakeAsync(CopyAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind == CopyKind.Media)
            return await MediaAsync(address, cancellationToken);
        using var body = new MemoryStream();
        var answer = await pipeline.GetAsync(address.Url, body, cancellationToken);
        if (answer.Status >= StatusCodes.Status500InternalServerError)
            return new(address, null, answer.Status);
        if (!answer.IsThere)
            return Absent(address, answer);
        var file = targets.Add(address);
        List<string> tags = [.. answer.Tags, .. await extraTags(address, cancellationToken)];
        var isHtml = answer.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (address.Kind == CopyKind.Page && isHtml)
        {
            var html = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
            var files = await ResolveAsync(address, html, tags, cancellationToken);
            return Stage(address, file, Encoding.UTF8.GetBytes(HtmlLinks.Rewrite(html, address.Url, file, _links)), tags, files);
        }

        return address.Kind == CopyKind.Document ? DocumentOf(address, file, answer, body.ToArray(), tags) : Stage(address, file, body.ToArray(), tags, []);
    }

    /// <summary>Makes a page that stands for many addresses, as that of an error.</summary>
    public CopyOutcome MakeOwn(CopyAddress address, string html) =>
        Stage(address, targets.Add(address), Encoding.UTF8.GetBytes(HtmlLinks.Rewrite(html, address.Url, null, _links)), [], []);

    private CopyOutcome DocumentOf(CopyAddress address, string file, SiteAnswer answer, byte[] content, List<string> tags)
    {
        var isXml = answer.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true;
        IEnumerable<string> more = isXml ? XmlLinks.Find(content) : answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? NextOf(content) : [];
        var found = more.Select(map.AddressOf).OfType<CopyAddress>().ToList();
        foreach (var next in found.Where(next => !targets.Knows(next)))
            Find(next);

        var written = isXml ? XmlLinks.Rewrite(content, _links) : content;
        if (written is null)
            return Absent(address, answer with { Status = StatusCodes.Status404NotFound });
        return Stage(address, file, written, tags, [.. found.Select(next => next.Url)]);
    }

    /// <summary>The next page of a catalogue for data portals.</summary>
    private static IEnumerable<string> NextOf(byte[] json) =>
        (JsonNode.Parse(json)?["@graph"] as JsonArray ?? []).Select(node => (string?)node?["hydra:nextPage"]?["@id"]).OfType<string>();

    private async Task<CopyOutcome> MediaAsync(CopyAddress address, CancellationToken cancellationToken)
    {
        var held = $".media/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Key)))}";
        // Before the file is read: one that is replaced meanwhile is old at once.
        var tags = await extraTags(address, cancellationToken);
        SiteAnswer answer;
        string hash;
        long length;
        await using (var staged = folder.Stage(held))
        {
            answer = await pipeline.GetAsync(address.Url, staged, cancellationToken);
            length = staged.Length;
            staged.Position = 0;
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(staged, cancellationToken))[..HashLength];
        }

        if (!answer.IsThere)
        {
            folder.Unstage(held);
            return answer.Status >= StatusCodes.Status500InternalServerError ? new(address, null, answer.Status) : Absent(address, answer);
        }

        var file = targets.Add(address);
        var isKept = IsKept(address, file, hash, length, packs: false);
        if (isKept)
            folder.Unstage(held);
        else
            folder.Restage(held, file);
        return new(address, new(address, CopyState.Present, file) { Hash = hash, Length = length, Tags = tags }, answer.Status) { IsWritten = !isKept };
    }

    private CopyOutcome Stage(CopyAddress address, string file, byte[] content, IReadOnlyList<string> tags, IReadOnlyList<string> files)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
        var packs = options.Packs && content.Length >= LeastPacked;
        var isKept = IsKept(address, file, hash, content.Length, packs);
        if (isKept)
            folder.Unstage(file);
        else
            folder.Stage(file, content, packs);
        return new(address, new(address, CopyState.Present, file) { Hash = hash, Length = content.Length, Tags = tags, Files = files }, StatusCodes.Status200OK) { IsWritten = !isKept };
    }

    /// <summary>Whether the file that lies there is the one that was made now.</summary>
    private bool IsKept(CopyAddress address, string file, string hash, long length, bool packs) =>
        old.GetValueOrDefault(address.Key) is { State: CopyState.Present } had && had.Place == file && had.Hash == hash && folder.Has(file, length, packs)
        && (!options.All || folder.HashOf(file)[..HashLength] == hash);

    private CopyOutcome Absent(CopyAddress address, SiteAnswer answer)
    {
        if (answer.IsMoved)
        {
            targets.Move(address, answer.Location.ToString());
            return new(address, new(address, CopyState.Moved, answer.Location.ToString()) { Tags = answer.Tags }, answer.Status);
        }

        targets.Miss(address);
        return new(address, answer.Status == StatusCodes.Status410Gone ? new(address, CopyState.Gone, "") { Tags = answer.Tags } : null, answer.Status);
    }

    /// <summary>Finds out of every link whether there is something at its end, before the page is written. What nobody knew of is told.</summary>
    /// <returns>The uploaded files that the page shows or links to.</returns>
    private async Task<List<string>> ResolveAsync(CopyAddress page, string html, List<string> tags, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = 0;
        foreach (var link in HtmlLinks.Find(html))
        {
            if (map.Read(link, page.Url) is not { Kind: SiteLinkKind.Copied, Address: { } address } || !seen.Add(address.Key))
                continue;
            // The pages of a list name their first and last; those between are there, too.
            if (address.Kind == CopyKind.Page && address.Number > 0 && address.First.Key == page.First.Key)
            {
                last = Math.Max(last, address.Number);
                continue;
            }

            if (!targets.Knows(address))
                await _probes.GetOrAdd(address.Key, _ => new(() => ProbeAsync(address, cancellationToken))).Value;
            if (targets.Find(address, map) is null)
                tags.Add(CopyTags.Vain(address.Key));
            else if (address.Kind == CopyKind.Media)
                files.Add(address.Url);
        }

        for (var number = 2; number <= last; number++)
        {
            var other = page with { Number = number };
            if (!targets.Knows(other))
                Find(other);
        }

        return files;
    }

    private async Task ProbeAsync(CopyAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind == CopyKind.Media)
        {
            Beside.Enqueue(await MediaAsync(address, cancellationToken));
            return;
        }

        var answer = await pipeline.GetAsync(address.Url, Stream.Null, cancellationToken);
        if (answer.IsThere || answer.Status >= StatusCodes.Status500InternalServerError)
        {
            // What fails now fails again when its turn comes, and is told then.
            Find(address);
        }
        else if (answer.IsMoved)
        {
            Beside.Enqueue(Absent(address, answer));
            if (map.AddressOf(answer.Location.ToString()) is { } next && !targets.Knows(next))
                await _probes.GetOrAdd(next.Key, _ => new(() => ProbeAsync(next, cancellationToken))).Value;
        }
        else
        {
            targets.Miss(address);
        }
    }

    private void Find(CopyAddress address)
    {
        targets.Add(address);
        isFound(address);
    }
}

/// <summary>What came of an address.</summary>
/// <param name="Address">The address.</param>
/// <param name="Record">What the copy is to have there; null for nothing, and where the site could not say.</param>
/// <param name="Status">The site's answer.</param>
internal sealed record CopyOutcome(CopyAddress Address, CopyRecord? Record, int Status)
{
    /// <summary>Whether a file lies ready that differs from the one there is.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether the site failed at it.</summary>
    public bool IsFault => Status >= StatusCodes.Status500InternalServerError;
}
