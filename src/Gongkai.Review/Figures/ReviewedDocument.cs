using Gongkai.Content;

namespace Gongkai.Review.Figures;

/// <summary>A document whose disclosure mode a review decided (审核认定).</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Mode">The mode that was decided.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record ReviewedDocument(string ContentItemId, string Mode, DateTime AtUtc)
{
    /// <summary>What counts as reviewed in a period: the last decision that was taken in it and stood at its end. Each document counts once.</summary>
    /// <remarks>A decision falls when, before the publication, the item goes back to the stage where it was taken or to one that it had passed before: an edit, or a step back.</remarks>
    /// <param name="history">All steps of the item before the period's end, the first one first.</param>
    /// <param name="sinceUtc">When the period begins, UTC.</param>
    /// <returns>Null when none stood.</returns>
    public static ReviewedDocument? Of(IReadOnlyList<ReviewStep> history, DateTime sinceUtc)
    {
        for (var i = history.Count - 1; i >= 0 && history[i].AtUtc >= sinceUtc; i--)
        {
            if (history[i].Details?.Text("mode") is { Length: > 0 } mode && Stands(history, i))
                return new(history[i].ContentItemId, mode, history[i].AtUtc);
        }

        return null;
    }

    private static bool Stands(IReadOnlyList<ReviewStep> history, int decision)
    {
        var begin = history.Take(decision).Select((step, i) => (step, i)).LastOrDefault(one => one.step.Kind == ReviewStepKind.Published, (null!, -1)).i + 1;
        var path = new List<string>();
        foreach (var step in history.Take(decision).Skip(begin).Where(IsMove))
        {
            Reach(path, step.From);
            Reach(path, step.To);
        }

        Reach(path, history[decision].From);
        return !history.Skip(decision + 1).TakeWhile(step => step.Kind != ReviewStepKind.Published).Any(step => IsMove(step) && path.Contains(step.To));
    }

    private static bool IsMove(ReviewStep step) => step.Kind is not (ReviewStepKind.Owed or ReviewStepKind.Settled) && step.From != step.To;

    /// <summary>The item stands at a stage: what it passed after that stage in an earlier round is not passed any more.</summary>
    private static void Reach(List<string> path, string stage)
    {
        var at = path.IndexOf(stage);
        if (at < 0)
            path.Add(stage);
        else
            path.RemoveRange(at + 1, path.Count - at - 1);
    }
}
