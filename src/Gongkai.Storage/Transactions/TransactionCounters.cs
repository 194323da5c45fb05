using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>The counters inside one write transaction: nobody else draws meanwhile, and what is rolled back was never given.</summary>
internal sealed class TransactionCounters(StorageContext context) : ICounters
{
    private readonly Dictionary<string, CounterRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<CounterRow> _added = [];
    private readonly HashSet<CounterRow> _changed = [];

    public async Task<long> NextAsync(string name, CancellationToken cancellationToken = default)
    {
        var row = await FindAsync(name, cancellationToken);
        _changed.Add(row);
        return ++row.Value;
    }

    public async Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default) => (await FindAsync(name, cancellationToken)).Value;

    public async Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default)
    {
        var row = await FindAsync(name, cancellationToken);
        if (used <= row.Value)
            return;
        _changed.Add(row);
        row.Value = used;
    }

    /// <summary>Hands what was drawn to the context, to be saved with the rest.</summary>
    public void Store()
    {
        foreach (var row in _changed)
            context.Entry(row).State = _added.Contains(row) ? Microsoft.EntityFrameworkCore.EntityState.Added : Microsoft.EntityFrameworkCore.EntityState.Modified;
    }

    private async Task<CounterRow> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (_rows.TryGetValue(name, out var row))
            return row;
        row = await context.Counters.FindAsync([name], cancellationToken);
        if (row is null)
        {
            row = new() { Name = name };
            _added.Add(row);
        }

        return _rows[name] = row;
    }
}
