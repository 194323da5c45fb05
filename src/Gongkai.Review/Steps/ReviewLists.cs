using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.InStep;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>An item under review, as a list shows it.</summary>
/// <param name="Item">The newest version.</param>
/// <param name="StageLabel">What people call the stage.</param>
/// <param name="IsAtStart">Whether it is with its drafter: not submitted again since it came back.</param>
/// <param name="WaitsFor">What people call the roles that it waits for.</param>
/// <param name="SinceUtc">Since when it stands there, UTC.</param>
/// <param name="DueOn">Until when the stage is to be done with; null when that is not said.</param>
/// <param name="IsOverdue">Whether that is over.</param>
/// <param name="Submitter">What people call whoever submitted it.</param>
/// <param name="InsteadOf">Whom one acts for; null for one's own task.</param>
/// <param name="Remark">What was remarked at the last step; empty for nothing.</param>
public sealed record ReviewLine(
    ContentItem Item, Wording StageLabel, bool IsAtStart, IReadOnlyList<string> WaitsFor, DateTime SinceUtc, DateOnly? DueOn, bool IsOverdue, string Submitter, string? InsteadOf, Wording Remark);

/// <summary>What waits for somebody, what somebody submitted, and what is overdue. Only what they may see.</summary>
public sealed class ReviewLists(ReviewGraphs graphs, IReviewRecords records, ReviewContext context, PairTasks pairs, IContentReader reader, IPermissions permissions)
{
    /// <summary>So many lines a list has at most.</summary>
    public const int Most = 200;

    /// <summary>What whoever is there can do something about now, the most urgent first.</summary>
    public async Task<IReadOnlyList<ReviewLine>> TasksAsync(CancellationToken cancellationToken) =>
        Joined(await PairsAsync(cancellationToken), await FindAsync((_, graph, position, rules, writers) => position.Stage == graph.Initial.Name ? null
            : graph.LeadingFrom(position.Stage).Select(transition => rules.Of(graph, transition, context.User, writers)).FirstOrDefault(right => right.IsAllowed), cancellationToken));

    /// <summary>What whoever is there submitted and is not published yet.</summary>
    public Task<IReadOnlyList<ReviewLine>> SubmissionsAsync(CancellationToken cancellationToken) => FindAsync((state, _, _, _, _) =>
        string.Equals(state.Submitter, context.User.Name, StringComparison.OrdinalIgnoreCase) ? new(null, null) : null, cancellationToken);

    /// <summary>What was not done with in time, whoever's task it is, the longest overdue first; what is public without its other half before all.</summary>
    public async Task<IReadOnlyList<ReviewLine>> OverdueAsync(CancellationToken cancellationToken)
    {
        var held = (await pairs.HeldAsync(cancellationToken)).Where(task => task.DueOn < context.Today);
        return Joined(await LinesOfAsync([.. await pairs.OwedAsync(cancellationToken), .. held], (_, _) => true, cancellationToken),
            await FindAsync((state, _, _, _, _) => state.DueOn < context.Today ? new(null, null) : null, cancellationToken));
    }

    /// <summary>What is wrong with a pair says more of an item than its stage does.</summary>
    private static IReadOnlyList<ReviewLine> Joined(IReadOnlyList<ReviewLine> ofPairs, IReadOnlyList<ReviewLine> others) =>
        [.. ofPairs, .. others.ExceptBy(ofPairs.Select(line => line.Item.ContentItemId), line => line.Item.ContentItemId)];

    /// <summary>Pairs that whoever is there has to see to: they own the item, or it came so by them.</summary>
    private async Task<IReadOnlyList<ReviewLine>> PairsAsync(CancellationToken cancellationToken) =>
        await LinesOfAsync([.. await pairs.OwedAsync(cancellationToken), .. await pairs.HeldAsync(cancellationToken)],
            (task, people) => people.AreOnePerson(task.Item.Owner, context.User.Name) || people.AreOnePerson(task.UserName, context.User.Name), cancellationToken);

    private async Task<IReadOnlyList<ReviewLine>> LinesOfAsync(IReadOnlyList<PairTask> tasks, Func<PairTask, ReviewPeople, bool> isMeant, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
            return [];
        var people = await context.PeopleAsync(cancellationToken);
        return
        [
            .. tasks.Where(task => isMeant(task, people) && permissions.IsAllowed(context.User, Permissions.ViewContent, task.Item)).OrderBy(task => task.DueOn).Take(Most)
                .Select(task => new ReviewLine(task.Item, task.Label, false, [people.LabelOf(task.Item.Owner)], task.SinceUtc, task.DueOn, task.IsOwed || task.DueOn < context.Today, people.LabelOf(task.UserName), null, task.Reason)),
        ];
    }

    private async Task<IReadOnlyList<ReviewLine>> FindAsync(Func<ReviewState, ReviewGraph, ReviewPosition, StepRules, IReadOnlyList<string>, StepRight?> right, CancellationToken cancellationToken)
    {
        var states = await records.ListAsync(cancellationToken);
        if (states.Count == 0)
            return [];
        var people = await context.PeopleAsync(cancellationToken);
        var rules = await context.RulesAsync(people, cancellationToken);
        var found = new List<ReviewLine>();
        var known = states.Select(state => state.Graph).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => graphs.Find(name).Graph, StringComparer.Ordinal);
        foreach (var chunk in states.Where(state => known[state.Graph] is { } graph && Concerns(state, graph, rules, right)).OrderBy(state => state.DueOn ?? DateOnly.MaxValue).ThenBy(state => state.SinceUtc).Chunk(Most))
        {
            var items = (await reader.GetManyAsync([.. chunk.Select(state => state.ContentItemId)], VersionOption.Latest, cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
            foreach (var state in chunk)
            {
                if (!items.TryGetValue(state.ContentItemId, out var item) || !permissions.IsAllowed(context.User, Permissions.ViewContent, item) || graphs.For(item.ContentType)?.Graph is not { } graph)
                    continue;
                var position = ReviewPosition.Of(graph, await records.HistoryAsync(item.ContentItemId, cancellationToken), item);
                if (position.Stage != ReviewGraph.Published && right(state, graph, position, rules, position.KnownWriters()) is { IsAllowed: true } allowed)
                    found.Add(LineOf(item, state, graph, position, people, allowed));
                if (found.Count == Most)
                    return found;
            }
        }

        return found;
    }

    /// <summary>Whether a state is worth reading its item: cheaper, and never less.</summary>
    private static bool Concerns(ReviewState state, ReviewGraph graph, StepRules rules, Func<ReviewState, ReviewGraph, ReviewPosition, StepRules, IReadOnlyList<string>, StepRight?> right) =>
        right(state, graph, new(graph.Stage(state.Stage) is null ? graph.Initial.Name : state.Stage, [], 0), rules, []) is { IsAllowed: true };

    private ReviewLine LineOf(ContentItem item, ReviewState state, ReviewGraph graph, ReviewPosition position, ReviewPeople people, StepRight right)
    {
        var isAtStart = position.Stage == graph.Initial.Name;
        var due = position.Stage == state.Stage ? state.DueOn : null;
        return new(item, graph.LabelOf(position.Stage), isAtStart,
            [.. graph.LeadingFrom(position.Stage).Where(transition => !graph.IsBack(transition)).Select(transition => context.RoleLabel(transition.Role)).Distinct()],
            state.SinceUtc, due, due < context.Today, people.LabelOf(state.Submitter), right.InsteadOf is { } absent ? people.LabelOf(absent) : null, Wording.AsWritten(position.Last?.Remark ?? ""));
    }
}
