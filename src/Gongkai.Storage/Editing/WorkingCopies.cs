using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Working copies in a table. They are no content: nothing of them is in the feed.</summary>
internal sealed class WorkingCopies(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : IWorkingCopies
{
    public async Task<WorkingCopy?> FindAsync(string userName, string contentItemId, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(row => row.UserName == userName && row.ContentItemId == contentItemId && row.Form != null, cancellationToken) is { } row
            ? Of(row, row.Form!) : null;
    }

    public async Task<IReadOnlyList<WorkingCopy>> ListAsync(string userName, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.WorkingCopies.AsNoTracking().Where(row => row.UserName == userName && row.Form != null).OrderByDescending(row => row.KeptUtc)
            .Select(row => new WorkingCopyRow { UserName = row.UserName, ContentItemId = row.ContentItemId, ContentType = row.ContentType, BasedOnVersionId = row.BasedOnVersionId, KeptUtc = row.KeptUtc })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => Of(row, ""))];
    }

    public async Task<bool> KeepAsync(WorkingCopy copy, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var all = transaction.Context.WorkingCopies;
        var row = await all.SingleOrDefaultAsync(row => row.UserName == copy.UserName && row.ContentItemId == copy.ContentItemId, cancellationToken);
        if (row?.Form is null && await all.CountAsync(other => other.UserName == copy.UserName && other.Form != null, cancellationToken) >= IWorkingCopies.MostOfOne)
            return false;
        if (row is null)
            all.Add(row = new() { UserName = copy.UserName, ContentItemId = copy.ContentItemId, OpenedUtc = copy.KeptUtc });
        else
            all.Update(row);
        (row.ContentType, row.BasedOnVersionId, row.Form) = (copy.ContentType, copy.BasedOnVersionId, copy.Form);
        (row.KeptUtc, row.SeenUtc) = (copy.KeptUtc, copy.KeptUtc);
        await transaction.CommitAsync();
        return true;
    }

    public async Task DropAsync(string userName, string contentItemId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        await transaction.Context.WorkingCopies.Where(row => row.UserName == userName && row.ContentItemId == contentItemId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
    }

    public async Task<int> DropBeforeAsync(DateTime utc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var old = transaction.Context.WorkingCopies.Where(row => row.SeenUtc < utc);
        var kept = await old.CountAsync(row => row.Form != null, cancellationToken);
        await old.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return kept;
    }

    public async Task<IReadOnlyList<EditorPresence>> SeeAsync(string userName, string contentItemId, DateTime nowUtc, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        var since = nowUtc - patience;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var all = transaction.Context.WorkingCopies;
        var row = await all.SingleOrDefaultAsync(row => row.UserName == userName && row.ContentItemId == contentItemId, cancellationToken);
        if (row is null)
            all.Add(row = new() { UserName = userName, ContentItemId = contentItemId, OpenedUtc = nowUtc });
        else
            all.Update(row);
        // Who comes back after having been away is there since now.
        if (row.SeenUtc < since)
            row.OpenedUtc = nowUtc;
        row.SeenUtc = nowUtc;
        var others = await all.AsNoTracking().Where(other => other.ContentItemId == contentItemId && other.UserName != userName && other.SeenUtc >= since)
            .OrderBy(other => other.OpenedUtc).Select(other => new { other.UserName, other.OpenedUtc }).ToListAsync(cancellationToken);
        await transaction.CommitAsync();
        return [.. others.Select(other => new EditorPresence(other.UserName, Utc(other.OpenedUtc)))];
    }

    private static WorkingCopy Of(WorkingCopyRow row, string form) =>
        new(row.UserName, row.ContentItemId, row.ContentType ?? "", row.BasedOnVersionId, form, Utc(row.KeptUtc ?? default));

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
