using Gongkai.Content;
using Gongkai.Review.Graphs;

namespace Gongkai.Review.Standing;

/// <summary>Where an item stands in its graph. What was approved is one version: any other newest version stands at the beginning.</summary>
/// <param name="Stage">The stage; <see cref="ReviewGraph.Published"/> when there is no draft.</param>
/// <param name="Round">The steps since the last publication, the first one first.</param>
/// <param name="Count">How many steps there are in all.</param>
public sealed record ReviewPosition(string Stage, IReadOnlyList<ReviewStep> Round, int Count)
{
    private const string WritersKey = "writers";

    /// <summary>The last step of the round, or null.</summary>
    public ReviewStep? Last => Round.Count == 0 ? null : Round[^1];

    /// <summary>The name under which a submission keeps who wrote.</summary>
    internal static string Writers => WritersKey;

    /// <summary>Where an item stands.</summary>
    /// <param name="graph">The graph that its type follows now.</param>
    /// <param name="history">All its steps.</param>
    /// <param name="latest">Its newest version; null for a new item.</param>
    public static ReviewPosition Of(ReviewGraph graph, IReadOnlyList<ReviewStep> history, ContentItem? latest)
    {
        // What is owed after a publication is no step of the graph.
        var own = history.Where(step => step.Kind is not (ReviewStepKind.Owed or ReviewStepKind.Settled)).ToList();
        var start = own.Select((step, i) => (step, i)).LastOrDefault(one => one.step.Kind == ReviewStepKind.Published, (null!, -1)).i + 1;
        var round = own.Skip(start).ToList();
        var stage = latest is { Published: true } ? ReviewGraph.Published
            : round is [.., var last] && last.VersionId == latest?.ContentItemVersionId && last.Graph == graph.Name && graph.Stage(last.To) is { } known ? known.Name
            : graph.Initial.Name;
        return new(stage, round, history.Count);
    }

    /// <summary>Whoever wrote what is under review, as far as its steps know: those whom its last submission names, and whoever wrote since.</summary>
    public IReadOnlyList<string> KnownWriters()
    {
        var submitted = Round.Select((step, i) => (step, i)).LastOrDefault(one => one.step.Details?.ContainsKey(WritersKey) == true, (null!, -1));
        var named = submitted.step?.Details is { } details ? details.Texts(WritersKey) : [];
        return [.. named.Concat(Round.Skip(submitted.i + 1).Where(step => step.Kind == ReviewStepKind.Written).Select(step => step.UserName)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
