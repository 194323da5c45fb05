using OrchardSite.Caching;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.StaticCopy;

/// <summary>Brings a copy to the state of the site: what was withdrawn goes first, then everything that changed is made aside, then it takes its place at once.</summary>
/// <param name="site">The site.</param>
/// <param name="folder">The copy.</param>
/// <param name="options">What kind of copy.</param>
internal sealed class CopyRun(CopySite site, CopyFolder folder, StaticCopyOptions options)
{
    // While an import runs the site never stands still: what comes after this is the next run's.
    private const int MostRounds = 10;

    private readonly CopyReport _report = new();
    private readonly CopyTargets _targets = new();
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);
    private CopyManifest _manifest = new();
    private CopyJournal _journal = null!;
    private CopyWork _work = null!;
    private CopyMaker _maker = null!;
    private Dictionary<string, CopyItem> _items = [];

    /// <summary>Runs.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends it; what was prepared stays for the next run.</param>
    /// <exception cref="StaticCopyException">The copy stays as it is; the message says why.</exception>
    public async Task<CopyReport> RunAsync(Action<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        _manifest = CopyFinish.CarryOut(folder);
        _items = new(_manifest.Items, StringComparer.Ordinal);
        var reached = await site.CatchUpAsync(cancellationToken);
        var changes = await ReadChangesAsync(reached, cancellationToken);
        foreach (var record in _manifest.Records.Values)
            _targets.Take(record);
        var resumed = await BeginAsync(reached, cancellationToken);
        try
        {
            await PlanAsync(changes, resumed, cancellationToken);
            for (var round = 1; ; round++)
            {
                await MakeAllAsync(progress, cancellationToken);
                var last = await site.CatchUpAsync(cancellationToken);
                if (last <= reached || round == MostRounds)
                    break;
                var more = await site.Items.ReadChangesAsync(reached, last, _items, cancellationToken);
                // Definitions or settings changed meanwhile: that is a run of its own.
                if (more.IsAnything)
                    break;
                reached = last;
                _journal.Reach(reached);
                await TakeChangesAsync(more, cancellationToken);
            }

            await MakeOwnPagesAsync(cancellationToken);
            DropUnusedFiles();
            _journal.Commit(reached);
        }
        finally
        {
            _journal.Dispose();
        }

        CopyFinish.Count(_work, _manifest, _report);
        CopyFinish.CarryOut(folder);
        _report.Faults.AddRange(_work.Faults);
        (_report.Sequence, _report.Duration) = (reached, TimeProvider.System.GetElapsedTime(begun));
        return _report;
    }

    /// <summary>What changed since the last run; null when everything is to be made.</summary>
    private async Task<ItemChanges?> ReadChangesAsync(long reached, CancellationToken cancellationToken)
    {
        if (options.All || _manifest.Sequence == 0 || _manifest.Fingerprint != site.Fingerprint || reached < _manifest.Sequence)
            return null;
        var changes = await site.Items.ReadChangesAsync(_manifest.Sequence, reached, _items, cancellationToken);
        return changes.IsAnything ? null : changes;
    }

    /// <summary>Begins the journal, or goes on with that of a run which was cut off, if nothing speaks against it.</summary>
    private async Task<ItemChanges?> BeginAsync(long reached, CancellationToken cancellationToken)
    {
        var cut = CopyJournal.Read(folder.Journal);
        ItemChanges? since = null;
        if (cut is { First: > 0 } && cut.Fingerprint == site.Fingerprint && cut.First <= reached && !options.All)
        {
            since = await site.Items.ReadChangesAsync(cut.First, reached, new Dictionary<string, CopyItem>(StringComparer.Ordinal), cancellationToken);
            if (since.IsAnything)
                since = null;
        }

        if (since is null)
            folder.CleanUp();
        _journal = since is null ? CopyJournal.Begin(folder.Journal, site.Fingerprint) : CopyJournal.Continue(folder.Journal);
        _work = new(folder, _journal, _manifest, _report);
        _maker = new(site.Pipeline, site.Map, _targets, folder, options, _manifest.Records, site.TagsOfAsync, _work.Find);
        if (since is null)
            _journal.Reach(reached);
        else
            Resume(cut!, since);
        return since;
    }

    /// <summary>Takes over what a run before made of what has not changed since.</summary>
    private void Resume(CopyJournal.Entries cut, ItemChanges since)
    {
        foreach (var record in cut.Records.Values)
        {
            if (record.Tags.Any(tag => since.Tags.Contains(tag) || CopyTags.IsOld(tag, site.Today)) || !IsWhole(record))
            {
                _work.Add(record.Address);
                continue;
            }

            _targets.Take(record);
            _work.Resume(record);
        }

        foreach (var address in cut.Findings.Select(site.Map.AddressOf).OfType<CopyAddress>().Where(address => !_work.Has(address.Key)))
        {
            _targets.Add(address);
            _work.Add(address);
        }
    }

    private bool IsWhole(CopyRecord record) => record.State != CopyState.Present || folder.HasStaged(record.Place, record.Length)
        || (_manifest.Records.GetValueOrDefault(record.Address.Key) is { State: CopyState.Present } had && had.Hash == record.Hash && File.Exists(folder.FileAt(record.Place)));

    private async Task PlanAsync(ItemChanges? changes, ItemChanges? resumed, CancellationToken cancellationToken)
    {
        if (changes is null)
        {
            changes = await site.Items.CompareAsync(_items, cancellationToken);
            foreach (var record in _manifest.Records.Values)
                AddUnlessMade(record.Address);
            foreach (var address in site.Begins.SelectMany(site.InRoots))
                AddUnlessMade(address);
            foreach (var item in _items.Values.Where(item => !changes.Items.ContainsKey(item.Id) && site.IsSeed(item)))
                Seed(item.Url);
        }

        await TakeChangesAsync(changes, cancellationToken, resumed is not null);
        foreach (var record in _manifest.Records.Values.Where(record => record.Tags.Any(tag => CopyTags.IsOld(tag, site.Today))))
            AddUnlessMade(record.Address);
        await AddChangedFilesAsync(cancellationToken);
    }

    /// <summary>Plans what a change of items touches; what is not public any more is taken out at once.</summary>
    private async Task TakeChangesAsync(ItemChanges changes, CancellationToken cancellationToken, bool keepsMade = false)
    {
        var touched = changes.Tags;
        foreach (var item in changes.Items.Values)
        {
            _journal.Add(item);
            var had = _items.GetValueOrDefault(item.Id);
            if (item.Stamp.Length == 0)
                _items.Remove(item.Id);
            else
                _items[item.Id] = item;
            if (had is { Url.Length: > 0 } && had.Url != item.Url)
                AddAll(had.Url);
            if (item.Stamp.Length == 0)
            {
                _withdrawn.Add(PageTags.Item(item.Id));
                await TakeOutAsync(had, cancellationToken);
            }
            else if (site.IsSeed(item))
            {
                foreach (var address in site.InRoots(item.Url))
                    touched.Add(CopyTags.Vain(address.Key));
                Seed(item.Url, isNew: !keepsMade);
            }
        }

        foreach (var record in _work.Future().Where(record => record.Tags.Any(touched.Contains)).ToList())
        {
            if (!keepsMade || !_work.Has(record.Address.Key))
                _work.Add(record.Address);
        }
    }

    /// <summary>Takes the pages of an item that is not public any more out of the folder before anything else, and the files that only it showed.</summary>
    private async Task TakeOutAsync(CopyItem? item, CancellationToken cancellationToken)
    {
        if (item is null || item.Url.Length == 0)
            return;
        foreach (var address in site.InRoots(item.Url))
        {
            _work.Add(address);
            if (_work.Get(address.Key) is not { State: CopyState.Present } record || await site.IsThereAsync(address, cancellationToken))
                continue;
            folder.Remove(record.Place);
            folder.Unstage(record.Place);
            foreach (var file in record.Files.Select(site.Map.AddressOf).OfType<CopyAddress>())
            {
                _work.Add(file);
                if (!await site.IsThereAsync(file, cancellationToken) && _manifest.Records.GetValueOrDefault(file.Key) is { State: CopyState.Present } there)
                    folder.Remove(there.Place);
            }
        }
    }

    /// <summary>Uploaded files that were replaced, and the pages that say how large they are.</summary>
    private async Task AddChangedFilesAsync(CancellationToken cancellationToken)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in _manifest.Records.Values.Where(record => record is { State: CopyState.Present, Address.Kind: CopyKind.Media }))
        {
            if (!record.Tags.Contains(await site.FileTagAsync(record.Address, cancellationToken)))
                changed.Add(record.Address.Url);
        }

        foreach (var url in changed)
            AddUnlessMade(site.Map.AddressOf(url)!);
        if (changed.Count == 0)
            return;
        foreach (var record in _manifest.Records.Values.Where(record => record.Files.Any(changed.Contains)))
            AddUnlessMade(record.Address);
    }

    private async Task MakeAllAsync(Action<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        for (var next = _work.Next(); next.Count > 0; next = _work.Next())
        {
            await Parallel.ForEachAsync(next, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (address, cancellation) =>
            {
                var outcome = await _maker.MakeAsync(address, cancellation);
                // All is away, not this page: what there is stays as it is.
                if (outcome.Status == StatusCodes.Status503ServiceUnavailable)
                    throw new StaticCopyException("网站现在不可用（正在维护，或连不上数据库），副本没有改动。恢复后再运行，会接着完成。");
                _work.Note(outcome, MayKeep);
                while (_maker.Beside.TryDequeue(out var beside))
                    _work.Note(beside, MayKeep);
                progress?.Invoke(_work.Progress);
            });
        }
    }

    private bool MayKeep(CopyRecord record) => !record.Tags.Any(_withdrawn.Contains);

    /// <summary>The pages that a web server shows in place of others.</summary>
    private async Task MakeOwnPagesAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, html) in await site.OwnPagesAsync(cancellationToken))
            _work.Note(_maker.MakeOwn(new(CopyKind.Document, name), html), MayKeep);
    }

    /// <summary>Uploaded files that no page of the copy shows any more, and parts of maps and catalogues that are not named any more, until none is left.</summary>
    private void DropUnusedFiles()
    {
        int dropped;
        do
        {
            var used = _work.Future().SelectMany(record => record.Files).ToHashSet(StringComparer.Ordinal);
            var unused = _work.Future().Where(record => IsPart(record.Address) && !used.Contains(record.Address.Url)).ToList();
            unused.ForEach(record => _work.Remove(record.Address.Key));
            dropped = unused.Count;
        }
        while (dropped > 0);
    }

    private static bool IsPart(CopyAddress address) =>
        address.Kind == CopyKind.Media || (address.Kind == CopyKind.Document && (address.Path.StartsWith("/dcat/after/", StringComparison.Ordinal) || address.Path.StartsWith("/sitemaps/", StringComparison.Ordinal)));

    private void Seed(string url, bool isNew = false)
    {
        foreach (var address in site.InRoots(url))
        {
            _targets.Add(address);
            if (!_seeds.Add(address.Key) && !isNew)
                continue;
            if (isNew)
                _work.Add(address);
            else
                AddUnlessMade(address);
        }
    }

    private void AddAll(string url)
    {
        foreach (var address in site.InRoots(url))
            _work.Add(address);
    }

    private void AddUnlessMade(CopyAddress address)
    {
        if (!_work.Has(address.Key))
            _work.Add(address);
    }
}
