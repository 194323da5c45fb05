using System.Collections.Concurrent;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.StaticCopy;

/// <summary>What a run knows of addresses: what is there, under which file, what leads on, what is nothing. Used by several threads.</summary>
internal sealed class CopyTargets
{
    private const int MostMoves = 5;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    // Two addresses of one file, or of files that some systems take for one.
    private readonly ConcurrentDictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anything is known of an address.</summary>
    public bool Knows(CopyAddress address) => _known.ContainsKey(address.Key);

    /// <summary>Whether there is something at an address.</summary>
    public bool IsThere(CopyAddress address) => _known.TryGetValue(address.Key, out var known) && known.File is not null;

    /// <summary>Notes what the copy had at an address, under the name that it has already.</summary>
    public void Take(CopyRecord record)
    {
        if (record.State == CopyState.Present)
        {
            _taken.TryAdd(record.Place, record.Address.Key);
            _known[record.Address.Key] = new(record.Place, null);
        }
        else if (record.State != CopyState.Failed)
        {
            _known[record.Address.Key] = new(null, record.State == CopyState.Moved ? record.Place : null);
        }
    }

    /// <summary>Notes that there is something at an address; the file it is to have.</summary>
    public string Add(CopyAddress address) => _known.AddOrUpdate(address.Key, _ => new(FileFor(address), null), (_, known) => known.File is not null ? known : new(FileFor(address), null)).File!;

    /// <summary>Notes that an address leads on to another.</summary>
    public void Move(CopyAddress address, string url) => _known[address.Key] = new(null, url);

    /// <summary>Notes that there is nothing.</summary>
    public void Miss(CopyAddress address) => _known[address.Key] = new(null, null);

    /// <summary>The file to which a link to an address leads; null when there is none.</summary>
    /// <param name="address">The address.</param>
    /// <param name="map">Reads where an address leads on.</param>
    public CopyTarget? Find(CopyAddress address, SiteMap map)
    {
        CopyAddress? at = address;
        for (var moves = 0; at is not null && moves <= MostMoves && _known.TryGetValue(at.Key, out var known); moves++)
        {
            if (known.File is not null)
                return new(known.File, at.Kind == CopyKind.Page);
            at = known.MovedTo is null ? null : map.AddressOf(known.MovedTo);
        }

        return null;
    }

    private string FileFor(CopyAddress address)
    {
        var file = CopyFiles.FileOf(address);
        return _taken.GetOrAdd(file, address.Key) == address.Key ? file : CopyFiles.OtherFileOf(address);
    }

    private sealed record Known(string? File, string? MovedTo);
}
