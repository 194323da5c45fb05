using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The jobs' table. Telling of progress is a short transaction of its own, without a row in the change feed.</summary>
internal sealed class DeskJobs(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : IDeskJobs
{
    public async Task SaveAsync(DeskJob job, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var jobs = transaction.Context.DeskJobs;
        var oldest = job.UpdatedUtc - IDeskJobs.Kept;
        await jobs.Where(row => row.Id == job.Id || row.UpdatedUtc < oldest).ExecuteDeleteAsync(cancellationToken);
        await transaction.Context.InsertManyAsync(
            [new DeskJobRow { Id = job.Id, Owner = job.Owner, Kind = job.Kind, CreatedUtc = job.CreatedUtc, UpdatedUtc = job.UpdatedUtc, IsDone = job.IsDone, Json = job.Json }], cancellationToken);
        await transaction.CommitAsync();
    }

    public async Task<DeskJob?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskJobs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? JobOf(row) : null;
    }

    public Task<IReadOnlyList<DeskJob>> OfAsync(string owner, string kind, int count, CancellationToken cancellationToken = default) =>
        FindAsync(rows => rows.Where(row => row.Owner == owner && row.Kind == kind), count, cancellationToken);

    public Task<IReadOnlyList<DeskJob>> NewestAsync(string kind, int count, CancellationToken cancellationToken = default) =>
        FindAsync(rows => rows.Where(row => row.Kind == kind), count, cancellationToken);

    private async Task<IReadOnlyList<DeskJob>> FindAsync(Func<IQueryable<DeskJobRow>, IQueryable<DeskJobRow>> which, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await which(context.DeskJobs.AsNoTracking()).OrderByDescending(row => row.CreatedUtc).Take(count).ToListAsync(cancellationToken)).ConvertAll(JobOf);
    }

    private static DeskJob JobOf(DeskJobRow row) =>
        new(row.Id, row.Owner, row.Kind, DateTime.SpecifyKind(row.CreatedUtc, DateTimeKind.Utc), DateTime.SpecifyKind(row.UpdatedUtc, DateTimeKind.Utc), row.IsDone, row.Json);
}
