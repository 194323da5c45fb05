using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Writes the steps of a call, and where its items stand by them, inside the call's transaction.</summary>
internal static class ReviewWriting
{
    /// <summary>How many steps an item has.</summary>
    public static async Task<int> CountAsync(StorageContext context, string contentItemId, CancellationToken cancellationToken) =>
        await context.ReviewSteps.Where(row => row.ContentItemId == contentItemId).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;

    /// <summary>Writes them. Items that are deleted by the call are not under review any more.</summary>
    public static async Task WriteAsync(StorageContext context, ContentCall call, CancellationToken cancellationToken)
    {
        var deleted = call.Changed.Keys.Where(id => call.StateOf(id).Latest is null).ToList();
        foreach (var ids in deleted.Chunk(Bulk.ChunkSize))
        {
            await context.ReviewStates.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
            await context.OwedHalves.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var steps in call.Steps.GroupBy(step => step.ContentItemId))
        {
            var number = await CountAsync(context, steps.Key, cancellationToken);
            await context.InsertManyAsync(steps.Select(step => RowOf(step, ++number)), cancellationToken);
            var state = await context.ReviewStates.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == steps.Key, cancellationToken);
            var after = steps.Aggregate(state, (before, step) => After(before, step, call.Stored.Types.GetValueOrDefault(step.ContentItemId, before?.ContentType ?? "")));
            await context.ReviewStates.Where(row => row.ContentItemId == steps.Key).ExecuteDeleteAsync(cancellationToken);
            if (after is not null && !deleted.Contains(steps.Key))
                await context.InsertManyAsync([after], cancellationToken);
            if (steps.LastOrDefault(IsOfOwing) is { } owing && !deleted.Contains(steps.Key))
                await WriteOwedAsync(context, owing, cancellationToken);
        }
    }

    /// <summary>The row of the audit trail for a step; null for one that another row of the call tells already.</summary>
    public static AuditEntry? AuditOf(ReviewStep step, ContentItem? item)
    {
        if (step.Kind == ReviewStepKind.Written && step.From == step.To)
            return null;
        var details = step.Details?.DeepClone().AsObject() ?? [];
        details["graph"] = step.Graph;
        details["step"] = step.Kind.ToString();
        details["from"] = step.From;
        details["to"] = step.To;
        if (step.Remark.Length > 0)
            details["remark"] = step.Remark;
        if (step.InsteadOf is { } absent)
            details["insteadOf"] = absent;
        return new(AuditActions.ReviewStepTaken) { ContentItemId = step.ContentItemId, VersionId = step.VersionId, ContentType = item?.ContentType ?? "", Title = item?.DisplayText ?? "", Details = details };
    }

    public static ReviewStep StepOf(ReviewStepRow row) => new(row.ContentItemId, row.VersionId, row.Kind)
    {
        Number = row.Number,
        Graph = row.Graph,
        From = row.FromStage,
        To = row.ToStage,
        UserName = row.UserName,
        DisplayName = row.DisplayName,
        InsteadOf = row.InsteadOf,
        AtUtc = DateTime.SpecifyKind(row.AtUtc, DateTimeKind.Utc),
        Remark = row.Remark,
        DueOn = row.DueOn,
        Details = row.Details is null ? null : JsonNode.Parse(row.Details) as JsonObject,
    };

    /// <summary>What was owed before and is owed still is owed since then.</summary>
    private static async Task WriteOwedAsync(StorageContext context, ReviewStep step, CancellationToken cancellationToken)
    {
        var before = await context.OwedHalves.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == step.ContentItemId, cancellationToken);
        await context.OwedHalves.Where(row => row.ContentItemId == step.ContentItemId).ExecuteDeleteAsync(cancellationToken);
        if (step.Kind == ReviewStepKind.Owed)
        {
            await context.InsertManyAsync(
                [
                    new OwedHalfRow
                    {
                        ContentItemId = step.ContentItemId,
                        What = step.To,
                        SinceUtc = before?.SinceUtc ?? step.AtUtc,
                        DueOn = before?.DueOn ?? step.DueOn ?? DateOnly.FromDateTime(step.AtUtc),
                        UserName = step.UserName,
                        Reason = step.Remark,
                    },
                ], cancellationToken);
        }
    }

    private static bool IsOfOwing(ReviewStep step) => step.Kind is ReviewStepKind.Owed or ReviewStepKind.Settled;

    /// <summary>Who only writes has nothing under review; who was sent back by an edit still has.</summary>
    private static ReviewStateRow? After(ReviewStateRow? before, ReviewStep step, string contentType) => step.Kind switch
    {
        ReviewStepKind.Published => null,
        ReviewStepKind.Written when before is null => null,
        ReviewStepKind.Owed or ReviewStepKind.Settled => before,
        _ => new()
        {
            ContentItemId = step.ContentItemId,
            ContentType = contentType,
            VersionId = step.VersionId,
            Graph = step.Graph,
            Stage = step.To,
            SinceUtc = before?.Stage == step.To ? before.SinceUtc : step.AtUtc,
            DueOn = before?.Stage == step.To ? before.DueOn : step.DueOn,
            Submitter = step.Details?.ContainsKey("writers") == true || before is null ? step.UserName : before.Submitter,
        },
    };

    private static ReviewStepRow RowOf(ReviewStep step, int number) => new()
    {
        ContentItemId = step.ContentItemId,
        Number = number,
        VersionId = step.VersionId,
        Kind = step.Kind,
        Graph = step.Graph,
        FromStage = step.From,
        ToStage = step.To,
        UserName = step.UserName,
        DisplayName = step.DisplayName,
        InsteadOf = step.InsteadOf,
        AtUtc = step.AtUtc,
        Remark = step.Remark,
        DueOn = step.DueOn,
        Details = step.Details is null ? null : ItemJson.Write(step.Details),
    };
}
