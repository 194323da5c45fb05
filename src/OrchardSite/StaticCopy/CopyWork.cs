using System.Collections.Concurrent;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.StaticCopy;

/// <summary>What a run has to make and has made: each address once, until a change makes it old again. Everything that was made is in the journal.</summary>
/// <param name="folder">The copy.</param>
/// <param name="journal">Told of everything.</param>
/// <param name="had">What the copy had before.</param>
/// <param name="report">Counts.</param>
internal sealed class CopyWork(CopyFolder folder, CopyJournal journal, CopyManifest had, CopyReport report)
{
    private readonly ConcurrentDictionary<string, CopyAddress> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CopyRecord?> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);
    private int _planned;

    /// <summary>How many addresses are made, and how many wait.</summary>
    public CopyProgress Progress => new(report.Made, _planned + _waiting.Count);

    /// <summary>What the copy is to hold at every address that is not as it was.</summary>
    public IReadOnlyDictionary<string, CopyRecord?> Made => _made;

    /// <summary>Adds an address to what is to be made.</summary>
    public void Add(CopyAddress address) => _waiting[address.Key] = address;

    /// <summary>Adds an address that was found on a page, so that a run which is cut off knows it again.</summary>
    public void Find(CopyAddress address)
    {
        if (_waiting.TryAdd(address.Key, address))
            journal.Find(address);
    }

    /// <summary>Takes what waits: pages and files first, then the files for programs, which name pages.</summary>
    public IReadOnlyList<CopyAddress> Next()
    {
        var waiting = _waiting.Values.ToList();
        var next = waiting.Where(address => address.Kind != CopyKind.Document).ToList() is { Count: > 0 } pages ? pages : waiting;
        foreach (var address in next)
            _waiting.TryRemove(address.Key, out _);
        _planned = report.Made + next.Count;
        return next;
    }

    /// <summary>Whether an address was made by a run before that was cut off.</summary>
    public bool Has(string key) => _made.ContainsKey(key);

    /// <summary>Takes over what a run before prepared.</summary>
    public void Resume(CopyRecord record)
    {
        _made[record.Address.Key] = record;
        if (record.State == CopyState.Present && folder.HasStaged(record.Place, record.Length))
            _written.Add(record.Address.Key);
        report.Resumed++;
    }

    /// <summary>Notes what came of an address.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="mayKeep">Whether the old file may stay where the site failed: not when it shows what was withdrawn.</param>
    public void Note(CopyOutcome outcome, Func<CopyRecord, bool> mayKeep)
    {
        var key = outcome.Address.Key;
        lock (_made)
        {
            var record = outcome.Record;
            if (outcome.IsFault)
            {
                _failed[key] = $"{outcome.Address.Url}：网站答复 {outcome.Status}";
                record = Fallback(outcome.Address, mayKeep);
            }
            else
            {
                _failed.Remove(key);
            }

            _written.Remove(key);
            if (outcome.IsWritten)
                _written.Add(key);
            _made[key] = record;
            report.Made++;
            if (record is null)
                journal.Remove(key);
            else
                journal.Add(record);
        }
    }

    /// <summary>What the site failed at, with its answer.</summary>
    public IReadOnlyCollection<string> Faults => _failed.Values;

    /// <summary>Whether a file differs from the one there is.</summary>
    public bool IsWritten(string key) => _written.Contains(key);

    /// <summary>What the copy will have at an address; null for nothing.</summary>
    public CopyRecord? Get(string key) => _made.TryGetValue(key, out var record) ? record : had.Records.GetValueOrDefault(key);

    /// <summary>Every address as it will be, with what did not change.</summary>
    public IEnumerable<CopyRecord> Future() =>
        _made.Values.OfType<CopyRecord>().Concat(had.Records.Values.Where(record => !_made.ContainsKey(record.Address.Key)));

    /// <summary>Takes an address out of what the copy will hold.</summary>
    public void Remove(string key)
    {
        _made[key] = null;
        _written.Remove(key);
        journal.Remove(key);
    }

    private CopyRecord Fallback(CopyAddress address, Func<CopyRecord, bool> mayKeep) =>
        had.Records.GetValueOrDefault(address.Key) is { State: CopyState.Present } old && mayKeep(old)
            ? old with { Tags = [.. old.Tags, CopyTags.Stale] }
            : new(address, CopyState.Failed, "") { Tags = [CopyTags.Stale] };
}
