using System.Collections.Concurrent;

namespace OrchardSite.Caching;

/// <summary>The kept pages: found without a lock, forgotten by what they show, never more than fit.</summary>
/// <remarks>
/// Forgetting cannot be overtaken: whoever makes a page takes the clock's time before it reads anything, and the page is kept only if
/// nothing that it shows changed since. Changes are told after everything that pages read shows them.
/// Those that were asked for since they were last looked at stay when room is needed; the others go, oldest first. Once there is no room left,
/// only what is asked for a second time comes in: a robot that reads every page once pushes nothing out, and what it leaves behind is not memory
/// that lived long enough to be dear to collect.
/// </remarks>
/// <param name="options">How much memory the pages may take.</param>
/// <param name="time">The clock.</param>
internal sealed class PageStore(PageCacheOptions options, TimeProvider time)
{
    // No single answer takes the room of many.
    private const int LargestShare = 16;
    private const int MostChanges = 10_000;
    private const int AskedOnce = 8192;

    private readonly ConcurrentDictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly Dictionary<string, HashSet<CachedPage>> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _changed = new(StringComparer.Ordinal);
    private readonly LinkedList<CachedPage> _row = new();
    private readonly int[] _askedOnce = new int[AskedOnce];
    private long _clock;
    private long _oldest;
    private long _size;
    private long _lastChange = time.GetUtcNow().UtcTicks;
    private int _underWay;

    /// <summary>The longest body that is kept.</summary>
    public int LongestBody { get; } = (int)Math.Min(options.MaximumBytes / LargestShare, Array.MaxLength);

    /// <summary>Whether nothing is kept or under way: a change has nobody to reach.</summary>
    public bool IsIdle => Volatile.Read(ref _underWay) == 0 && _pages.IsEmpty;

    /// <summary>How many pages are kept.</summary>
    public int Count => _pages.Count;

    /// <summary>How much memory they take.</summary>
    public long Size => Volatile.Read(ref _size);

    /// <summary>When something last changed; when the process began, as long as nothing did.</summary>
    public DateTimeOffset LastChange => new(Volatile.Read(ref _lastChange), TimeSpan.Zero);

    /// <summary>The kept page, or null.</summary>
    public CachedPage? Find(ReadOnlySpan<char> key)
    {
        if (!_pages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var page))
            return null;
        page.Touch();
        return page;
    }

    /// <summary>A page begins to be made: the time to give to <see cref="End"/>.</summary>
    public long Begin()
    {
        lock (_changing)
        {
            _underWay++;
            return _clock;
        }
    }

    /// <summary>A page is made: keeps it unless something that it shows changed since it was begun, or there is no room for what is asked for once. Every <see cref="Begin"/> has one.</summary>
    /// <param name="begun">When it was begun.</param>
    /// <param name="page">The page; null when it is not to be kept.</param>
    /// <returns>Whether it may be given to others: nothing changed meanwhile.</returns>
    public bool End(long begun, CachedPage? page)
    {
        lock (_changing)
        {
            _underWay--;
            var isFresh = page is not null && page.Body.Length <= LongestBody && begun >= _oldest && Array.TrueForAll(page.Tags, tag => _changed.GetValueOrDefault(tag) <= begun);
            if (_underWay == 0)
                _changed.Clear();
            if (isFresh && Admits(page!))
                Keep(page!);
            return isFresh;
        }
    }

    /// <summary>Something changed: pages that show it are forgotten, those under way will not be kept.</summary>
    public void Forget(IEnumerable<string> tags)
    {
        lock (_changing)
        {
            Tick();
            foreach (var tag in tags)
            {
                if (_underWay > 0)
                    _changed[tag] = _clock;
                if (_byTag.TryGetValue(tag, out var pages))
                {
                    foreach (var page in pages.ToArray())
                        Remove(page);
                }
            }

            if (_changed.Count > MostChanges)
            {
                _oldest = _clock;
                _changed.Clear();
            }
        }
    }

    /// <summary>Anything may have changed.</summary>
    public void ForgetAll()
    {
        lock (_changing)
        {
            Tick();
            _oldest = _clock;
            _changed.Clear();
            _pages.Clear();
            _byTag.Clear();
            _row.Clear();
            _size = 0;
        }
    }

    private void Tick()
    {
        _clock++;
        Volatile.Write(ref _lastChange, time.GetUtcNow().UtcTicks);
    }

    private bool Admits(CachedPage page)
    {
        if (_size + page.Size <= options.MaximumBytes)
            return true;
        var hash = page.Key.GetHashCode(StringComparison.Ordinal);
        ref var once = ref _askedOnce[(uint)hash % AskedOnce];
        if (once != hash)
        {
            once = hash;
            return false;
        }

        page.Touch();
        return true;
    }

    private void Keep(CachedPage page)
    {
        if (_pages.TryGetValue(page.Key, out var old))
            Remove(old);
        _pages[page.Key] = page;
        page.Place = _row.AddLast(page);
        _size += page.Size;
        foreach (var tag in page.Tags)
        {
            if (!_byTag.TryGetValue(tag, out var pages))
                _byTag[tag] = pages = [];
            pages.Add(page);
        }

        while (_size > options.MaximumBytes && _row.First is { Value: var first })
        {
            if (first.TakeUse())
            {
                _row.RemoveFirst();
                first.Place = _row.AddLast(first);
            }
            else
            {
                Remove(first);
            }
        }
    }

    private void Remove(CachedPage page)
    {
        if (page.Place is not { List: not null } place)
            return;
        _row.Remove(place);
        _pages.TryRemove(KeyValuePair.Create(page.Key, page));
        _size -= page.Size;
        foreach (var tag in page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var pages) && pages.Remove(page) && pages.Count == 0)
                _byTag.Remove(tag);
        }
    }
}
