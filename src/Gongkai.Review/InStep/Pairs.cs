using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.Standing;

namespace Gongkai.Review.InStep;

/// <summary>Finds what belongs together. There is one link, from the interpretation to its policies: whatever happens to either, it cannot contradict another.</summary>
public sealed class Pairs(IContentReader reader, IStoredVersions versions, IContentDefinitions definitions, ReviewGraphs graphs, IReviewRecords records) : IPublishedTogether
{
    private const string Interpretation = "PolicyInterpretation";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ContentItem>> ReadyWithAsync(ContentItem item, CancellationToken cancellationToken = default) =>
        [.. (await NeededAsync(item, cancellationToken)).Where(half => half.Standing == HalfStanding.Ready).Select(half => half.Item)];

    /// <summary>Whether an item is an interpretation.</summary>
    public static bool IsInterpretation(ContentItem item) => item.ContentType == Interpretation;

    /// <summary>The policies that an interpretation names.</summary>
    public static IReadOnlyList<string> PoliciesOf(ContentItem interpretation) => interpretation.Part(Interpretation)?.PickedIds("Policies") ?? [];

    /// <summary>Whether an item is a policy that needs an interpretation.</summary>
    public bool IsPolicy(ContentItem item) => InterpretationPlan.IsNeededBy(item, definitions.Current);

    /// <summary>The other halves of an item: of a policy that needs an interpretation those that name it, of an interpretation such policies; none of anything else.</summary>
    /// <param name="item">The item, in the version that is meant.</param>
    /// <param name="call">The change under way: what it comes to counts; null for things as they are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<PairHalf>> OthersAsync(ContentItem item, ContentChange? call, CancellationToken cancellationToken) =>
        IsInterpretation(item) ? await PoliciesOfAsync(item, call, cancellationToken)
        : IsPolicy(item) ? await InterpretationsOfAsync(item.ContentItemId, call, cancellationToken)
        : [];

    /// <summary>Why an item would not be published, as far as its other half goes; null when it would.</summary>
    /// <param name="item">Its newest version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="dueUtc">At this time, by what is set; null for now, when what is ready is taken along.</param>
    public async Task<Wording?> FaultOfAsync(ContentItem item, CancellationToken cancellationToken, DateTime? dueUtc = null)
    {
        var others = (await NeededAsync(item, cancellationToken))
            .Select(half => half.Standing == HalfStanding.Ready && (dueUtc is null || half.DueUtc == dueUtc) ? half with { Standing = HalfStanding.Public } : half).ToList();
        if (IsInterpretation(item))
            return others.Select(PairRules.FaultOfInterpretation).FirstOrDefault(fault => fault is not null);
        return IsPolicy(item) && (await reader.GetAsync(item.ContentItemId, VersionOption.Published, cancellationToken))?.IsPublic() != true ? PairRules.FaultOfPolicy(others) : null;
    }

    /// <summary>The other halves with which it becomes public: what readers have already is only amended, by itself.</summary>
    private async Task<IReadOnlyList<PairHalf>> NeededAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var others = await OthersAsync(item, null, cancellationToken);
        if (others.Count == 0 || await reader.GetAsync(item.ContentItemId, VersionOption.Published, cancellationToken) is not { } published || !published.IsPublic())
            return others;
        return IsInterpretation(item) ? [.. others.Where(policy => !PoliciesOf(published).Contains(policy.Item.ContentItemId))] : [];
    }

    /// <summary>An item as it is, or as the call under way leaves it.</summary>
    public async Task<ItemState> StateOfAsync(string id, ContentChange? call, CancellationToken cancellationToken) =>
        call?.InCall(id) ?? new(await reader.GetAsync(id, VersionOption.Published, cancellationToken), await reader.GetAsync(id, VersionOption.Latest, cancellationToken));

    private async Task<IReadOnlyList<PairHalf>> InterpretationsOfAsync(string policyId, ContentChange? call, CancellationToken cancellationToken)
    {
        var linked = (await reader.BacklinksAsync(policyId, Interpretation, cancellationToken)).Concat(await versions.NewestBacklinksAsync(policyId, Interpretation, cancellationToken));
        var halves = new List<PairHalf>();
        foreach (var id in linked.Select(item => item.ContentItemId).Concat(call?.IdsInCall ?? []).Distinct(StringComparer.Ordinal))
        {
            var (published, latest) = await StateOfAsync(id, call, cancellationToken);
            if (published is not null && published.IsPublic() && Names(published, policyId))
                halves.Add(new(published, HalfStanding.Public, ReviewGraph.PublishedLabel));
            else if (latest is not null && Names(latest, policyId))
                halves.Add(await StandingAsync(latest, cancellationToken));
        }

        return halves;
    }

    private async Task<IReadOnlyList<PairHalf>> PoliciesOfAsync(ContentItem interpretation, ContentChange? call, CancellationToken cancellationToken)
    {
        var halves = new List<PairHalf>();
        foreach (var id in PoliciesOf(interpretation).Distinct(StringComparer.Ordinal))
        {
            var (published, latest) = await StateOfAsync(id, call, cancellationToken);
            if (!new[] { published, latest }.OfType<ContentItem>().Any(version => InterpretationPlan.IsMarked(version, definitions.Current)))
                continue;
            if (published is not null && published.IsPublic())
                halves.Add(new(published, HalfStanding.Public, ReviewGraph.PublishedLabel));
            else if (latest is not null && InterpretationPlan.IsWithheld(latest))
                halves.Add(new(latest, HalfStanding.Withheld, Wording.AsWritten(ModeDecision.Of(latest).Mode)));
            else if (latest is not null)
                halves.Add(await StandingAsync(latest, cancellationToken));
        }

        return halves;
    }

    /// <summary>Without a graph there is nothing to wait for; with one that cannot be followed nothing is published.</summary>
    private async Task<PairHalf> StandingAsync(ContentItem latest, CancellationToken cancellationToken)
    {
        if (graphs.For(latest.ContentType) is not { } followed)
            return new(latest, HalfStanding.Ready, new("草稿"));
        if (followed.Graph is not { } graph)
            return new(latest, HalfStanding.UnderReview, new("流程不能用"));
        var position = ReviewPosition.Of(graph, await records.HistoryAsync(latest.ContentItemId, cancellationToken), latest);
        var stage = position.Stage == ReviewGraph.Published ? graph.Initial.Name : position.Stage;
        return new(latest, graph.Publication(stage) is not null ? HalfStanding.Ready
            : position.Round.Any(step => step.Kind == ReviewStepKind.Forwarded) ? HalfStanding.UnderReview : HalfStanding.Drafting, graph.LabelOf(stage));
    }

    private static bool Names(ContentItem item, string policyId) => IsInterpretation(item) && PoliciesOf(item).Contains(policyId);
}
