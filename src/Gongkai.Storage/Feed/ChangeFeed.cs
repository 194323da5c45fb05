using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The feed's table.</summary>
internal sealed class ChangeFeed(IDbContextFactory<StorageContext> contexts) : IChangeFeed
{
    private readonly Func<StorageContext, long, int, IAsyncEnumerable<Change>> _after = EF.CompileAsyncQuery((StorageContext context, long after, int count) =>
        context.Changes.Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(count)
            .Select(row => new Change(row.Sequence, row.Subject, row.SubjectId, row.ContentType)));

    private readonly Func<StorageContext, CancellationToken, Task<long?>> _last = EF.CompileAsyncQuery((StorageContext context, CancellationToken _) =>
        context.Changes.Max(row => (long?)row.Sequence));

    private readonly Func<StorageContext, ChangeSubject, CancellationToken, Task<long?>> _lastOf = EF.CompileAsyncQuery(
        (StorageContext context, ChangeSubject subject, CancellationToken _) => context.Changes.Where(row => row.Subject == subject).Max(row => (long?)row.Sequence));

    public async Task<IReadOnlyList<Change>> ReadAsync(long after, int count, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = new List<Change>();
        await foreach (var change in _after(context, after, count).WithCancellation(cancellationToken))
            changes.Add(change);
        return changes;
    }

    public async Task<long> GetLastAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await _last(context, cancellationToken) ?? 0;
    }

    /// <summary>The last change of a sort; 0 when there was none.</summary>
    public async Task<long> GetLastAsync(ChangeSubject subject, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await _lastOf(context, subject, cancellationToken) ?? 0;
    }
}
