using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>The one write transaction of the site at a time: it gives version keys and the feed's numbers in commit order.</summary>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly ChangeSignal _signal;
    private readonly Action _release;
    private readonly List<ChangeRow> _changes = [];
    private readonly List<AuditRow> _audit = [];

    private WriteTransaction(StorageContext context, IDbContextTransaction transaction, ChangeSignal signal, Action release)
    {
        (Context, _transaction, _signal, _release) = (context, transaction, signal, release);
        Counters = new(context);
    }

    public StorageContext Context { get; }

    public TransactionCounters Counters { get; }

    /// <summary>The feed's last number before this transaction.</summary>
    public long LastSequence { get; private init; }

    /// <summary>What it has announced so far.</summary>
    public IReadOnlyList<Change> Announced => [.. _changes.Select(row => new Change(row.Sequence, row.Subject, row.SubjectId, row.ContentType))];

    /// <summary>Begins as the only writer, so that no other process has read what this one is to change.</summary>
    public static async Task<WriteTransaction> BeginAsync(StorageContext context, ChangeSignal signal, Action release, CancellationToken cancellationToken)
    {
        var transaction = await context.BeginWritingAsync(cancellationToken);
        return new(context, transaction, signal, release) { LastSequence = await context.Changes.MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0 };
    }

    /// <summary>Adds a row to the feed.</summary>
    public void Announce(ChangeSubject subject, string id = "", string contentType = "") =>
        _changes.Add(new() { Sequence = LastSequence + _changes.Count + 1, Subject = subject, SubjectId = id, ContentType = contentType });

    /// <summary>Adds a row to the audit trail; its number and hash are given at the end of the transaction.</summary>
    public void Audit(AuditRow row) => _audit.Add(row);

    /// <summary>Writes everything and returns the feed's last number. From here on nothing can be cancelled.</summary>
    public async Task<long> CommitAsync()
    {
        await Context.InsertManyAsync(_changes, CancellationToken.None);
        await AuditChain.AppendAsync(Context, _audit, CancellationToken.None);
        Counters.Store();
        await Context.SaveChangesAsync(CancellationToken.None);
        await _transaction.CommitAsync(CancellationToken.None);
        var last = LastSequence + _changes.Count;
        _signal.Set();
        return last;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await Context.DisposeAsync();
        }
        finally
        {
            _release();
        }
    }
}
