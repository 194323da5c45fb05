using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Recipes;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Listing;

/// <summary>A piece of work that did not end well.</summary>
/// <param name="What">What it was.</param>
/// <param name="Facts">What became of it, by whom and when.</param>
/// <param name="Page">The page that tells more; null when it is not for whoever looks.</param>
/// <param name="Id">Its id there.</param>
internal sealed record FailedPiece(string What, string Facts, string? Page, string Id);

/// <summary>For administrators: runs of recipes and work on many items that broke off or left something undone. Titles are not told: they are whoever began it to see.</summary>
internal sealed class FailedWork(IDeskJobs jobs, IRecipeRuns runs, BulkJobs bulk, IPermissions permissions, ICurrentUser current, DeskTimes times, DeskTexts texts)
{
    private const int Most = 6;
    private const int LookedAt = 50;

    /// <summary>The newest of them; null for whom they are not.</summary>
    public async Task<IReadOnlyList<FailedPiece>?> FindAsync(CancellationToken cancellationToken)
    {
        if (!permissions.IsAllowed(current.User, Permissions.SiteOwner))
            return null;
        var failed = runs.List().Where(run => run.State is RecipeRunState.Failed or RecipeRunState.Cut).Select(run =>
            (At: run.BegunUtc, Piece: new FailedPiece(run.File, $"{RecipeTexts.StateOf(texts, run)} · {run.DisplayName} · {times.TextOf(run.BegunUtc)}", "/Recipes/Run", run.Id)));
        var undone = (await jobs.NewestAsync(BulkJobs.Kind, LookedAt, cancellationToken)).Select(job => (Job: job, Work: BulkWork.FromJson(job.Json)))
            .Where(one => bulk.IsAbandoned(one.Job) || (one.Job.IsDone && UndoneOf(one.Work) > 0))
            .Select(one => (At: one.Job.CreatedUtc, Piece: PieceOf(one.Job, one.Work)));
        return [.. failed.Concat(undone).OrderByDescending(one => one.At).Take(Most).Select(one => one.Piece)];
    }

    private FailedPiece PieceOf(DeskJob job, BulkWork work)
    {
        var what = work.Verb switch { BulkVerb.Publish => texts["批量发布"], BulkVerb.Unpublish => texts["批量撤下"], BulkVerb.ChangeTopic => texts["批量改主题"], _ => texts["批量删除"] };
        var became = bulk.IsAbandoned(job) ? texts["中断"] : texts["{0} 条没有完成", UndoneOf(work)];
        var isOwn = string.Equals(job.Owner, current.User.Name, StringComparison.OrdinalIgnoreCase);
        return new(what, $"{became} · {job.Owner} · {times.TextOf(job.CreatedUtc)}", isOwn ? "/Content/Job" : null, job.Id);
    }

    private static int UndoneOf(BulkWork work) => work.Ids.Count - work.CountOf(BulkOutcome.Done) - work.CountOf(BulkOutcome.Unchanged);
}
