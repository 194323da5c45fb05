using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reviews in their tables. A transaction that is under way sees them as they were before it, since it is the only one.</summary>
internal sealed class ReviewRecords(IDbContextFactory<StorageContext> contexts, StorageWriter writer, AuditScribe scribe) : IReviewRecords
{
    public async Task<IReadOnlyList<ReviewStep>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.ReviewSteps.AsNoTracking().Where(row => row.ContentItemId == contentItemId).OrderBy(row => row.Number).ToListAsync(cancellationToken)).ConvertAll(ReviewWriting.StepOf);
    }

    public async Task<IReadOnlyList<ReviewStep>> HistoriesAsync(DateTime sinceUtc, DateTime beforeUtc, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = context.ReviewSteps.Where(row => row.AtUtc >= sinceUtc && row.AtUtc < beforeUtc).Select(row => row.ContentItemId);
        return (await context.ReviewSteps.AsNoTracking().Where(row => row.AtUtc < beforeUtc && items.Contains(row.ContentItemId))
            .OrderBy(row => row.ContentItemId).ThenBy(row => row.Number).ToListAsync(cancellationToken)).ConvertAll(ReviewWriting.StepOf);
    }

    public async Task<IReadOnlyList<ReviewState>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.ReviewStates.AsNoTracking().OrderBy(row => row.SinceUtc).ThenBy(row => row.ContentItemId).Take(IReviewRecords.MostListed).ToListAsync(cancellationToken))
            .ConvertAll(row => new ReviewState(row.ContentItemId, row.ContentType, row.VersionId, row.Graph, row.Stage, DateTime.SpecifyKind(row.SinceUtc, DateTimeKind.Utc), row.DueOn, row.Submitter));
    }

    public async Task<IReadOnlyList<OwedHalf>> OwedAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.OwedHalves.AsNoTracking().OrderBy(row => row.SinceUtc).ThenBy(row => row.ContentItemId).Take(IReviewRecords.MostListed).ToListAsync(cancellationToken))
            .ConvertAll(row => new OwedHalf(row.ContentItemId, row.What, DateTime.SpecifyKind(row.SinceUtc, DateTimeKind.Utc), row.DueOn, row.UserName, row.Reason));
    }

    public async Task<IReadOnlyList<Deputy>> DeputiesAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Deputies.AsNoTracking().Where(row => row.UntilDay >= day).OrderBy(row => row.FromDay).ThenBy(row => row.Id).ToListAsync(cancellationToken))
            .ConvertAll(row => new Deputy(row.Id, row.Absent, row.StandIn, row.FromDay, row.UntilDay));
    }

    public async Task SaveAsync(Deputy deputy, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        await transaction.Context.Deputies.Where(row => row.Id == deputy.Id).ExecuteDeleteAsync(cancellationToken);
        transaction.Context.Add(new DeputyRow { Id = deputy.Id, Absent = deputy.Absent, StandIn = deputy.StandIn, FromDay = deputy.From, UntilDay = deputy.Until });
        transaction.Audit(scribe.Write(EntryOf(AuditActions.ReviewDeputySet, deputy)));
        await transaction.CommitAsync();
    }

    public async Task<bool> RemoveDeputyAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return false;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        if (await transaction.Context.Deputies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return false;
        await transaction.Context.Deputies.Where(one => one.Id == id).ExecuteDeleteAsync(cancellationToken);
        transaction.Audit(scribe.Write(EntryOf(AuditActions.ReviewDeputyRemoved, new(row.Id, row.Absent, row.StandIn, row.FromDay, row.UntilDay))));
        await transaction.CommitAsync();
        return true;
    }

    private static AuditEntry EntryOf(string action, Deputy deputy) => new(action)
    {
        Title = deputy.Absent,
        Details = new JsonObject { ["standIn"] = deputy.StandIn, ["from"] = Day(deputy.From), ["until"] = Day(deputy.Until) },
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
