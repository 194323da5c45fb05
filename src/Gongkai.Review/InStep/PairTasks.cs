using Gongkai.Content;
using Gongkai.Review.Graphs;

namespace Gongkai.Review.InStep;

/// <summary>A pair that waits for somebody.</summary>
/// <param name="Item">The half whose owner has to see to it.</param>
/// <param name="Label">What is to be done.</param>
/// <param name="Reason">Why.</param>
/// <param name="SinceUtc">Since when, UTC.</param>
/// <param name="DueOn">When it was or is due.</param>
/// <param name="UserName">The account by which it came so.</param>
/// <param name="IsOwed">Whether the item is public already; else it is held back.</param>
public sealed record PairTask(ContentItem Item, Wording Label, Wording Reason, DateTime SinceUtc, DateOnly DueOn, string UserName, bool IsOwed);

/// <summary>Finds pairs that wait for somebody. Each is looked at as it is now: what came right on whatever way is not found.</summary>
public sealed class PairTasks(Pairs pairs, IReviewRecords records, ReviewGraphs graphs, IContentReader reader, SiteSettings site)
{
    /// <summary>What is public without its other half.</summary>
    public async Task<IReadOnlyList<PairTask>> OwedAsync(CancellationToken cancellationToken)
    {
        var owed = await records.OwedAsync(cancellationToken);
        if (owed.Count == 0)
            return [];
        var items = (await reader.GetManyAsync([.. owed.Select(one => one.ContentItemId)], VersionOption.Published, cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        var tasks = new List<PairTask>();
        foreach (var one in owed)
        {
            if (!items.TryGetValue(one.ContentItemId, out var item) || !item.IsPublic())
                continue;
            var others = await pairs.OthersAsync(item, null, cancellationToken);
            var isOwed = one.What == InStepHandler.OwesPolicy ? others.Any(half => half.Standing != HalfStanding.Public)
                : pairs.IsPolicy(item) && !others.Any(half => half.Standing == HalfStanding.Public);
            if (isOwed)
                tasks.Add(new(item, one.What == InStepHandler.OwesPolicy ? new("解读单独公开着") : new("补发解读"), OwedReasons.Read(one.Reason), one.SinceUtc, one.DueOn, one.UserName, IsOwed: true));
        }

        return tasks;
    }

    /// <summary>What has a time at which it will not be published, because the other half was sent back, edited, or has another time.</summary>
    public async Task<IReadOnlyList<PairTask>> HeldAsync(CancellationToken cancellationToken)
    {
        var all = await records.ListAsync(cancellationToken);
        var known = all.Select(state => state.Graph).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => graphs.Find(name).Graph, StringComparer.Ordinal);
        var states = all.Where(state => known[state.Graph]?.Publication(state.Stage) is not null).ToList();
        var tasks = new List<PairTask>();
        foreach (var item in states.Count == 0 ? [] : await reader.GetManyAsync([.. states.Select(state => state.ContentItemId)], VersionOption.Latest, cancellationToken))
        {
            if (ScheduleTimes.Of(item, ScheduleAction.Publish) is { } due && await pairs.FaultOfAsync(item, cancellationToken, due) is { } fault
                && (await records.HistoryAsync(item.ContentItemId, cancellationToken)).LastOrDefault(step => step.Kind == ReviewStepKind.Scheduled) is { } last)
                tasks.Add(new(item, new("定时的同步发布落空"), fault, last.AtUtc, site.DayOf(due), last.UserName, IsOwed: false));
        }

        return tasks;
    }
}
