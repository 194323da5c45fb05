using Gongkai.Content;

namespace Gongkai.Review.Graphs;

/// <summary>A stage at which an item stands until somebody takes a step.</summary>
/// <param name="Name">The technical name, unique in the graph.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="WorkingDays">In how many working days it is to be done with; null for no such time.</param>
public sealed record ReviewStage(string Name, string DisplayName, int? WorkingDays);

/// <summary>A step that can be taken.</summary>
/// <param name="Name">The technical name, unique in the graph.</param>
/// <param name="DisplayName">What people read on its button.</param>
/// <param name="From">The stage at which it is taken.</param>
/// <param name="To">The stage that it leads to; <see cref="ReviewGraph.Published"/> for publication.</param>
/// <param name="Role">The name of the role that takes it.</param>
/// <param name="DecidesMode">Whether the disclosure mode is decided by it (Regulation Art. 19, 20).</param>
public sealed record ReviewTransition(string Name, string DisplayName, string From, string To, string Role, bool DecidesMode = false);

/// <summary>The way of an item from its draft to its publication: stages in their order, and the steps between them.</summary>
/// <param name="Name">The technical name.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="Stages">The stages; every item begins at the first one. A step to an earlier one leads back and needs a remark.</param>
/// <param name="Transitions">The steps.</param>
public sealed record ReviewGraph(string Name, string DisplayName, IReadOnlyList<ReviewStage> Stages, IReadOnlyList<ReviewTransition> Transitions)
{
    /// <summary>Where every graph ends; no stage has this name.</summary>
    public const string Published = "published";

    /// <summary>What people read for <see cref="Published"/>.</summary>
    public static readonly Wording PublishedLabel = new("已发布");

    /// <summary>The stage at which every item begins.</summary>
    public ReviewStage Initial => Stages[0];

    /// <summary>A stage by its name, or null.</summary>
    public ReviewStage? Stage(string name) => Stages.FirstOrDefault(stage => stage.Name == name);

    /// <summary>What people read for a stage, for publication, and for a stage that the graph does not have any more.</summary>
    public Wording LabelOf(string stage) => stage == Published ? PublishedLabel : Wording.AsWritten(Stage(stage)?.DisplayName ?? stage);

    /// <summary>The steps that can be taken at a stage.</summary>
    public IEnumerable<ReviewTransition> LeadingFrom(string stage) => Transitions.Where(transition => transition.From == stage);

    /// <summary>The step by which an item at a stage is published; null where it cannot be.</summary>
    public ReviewTransition? Publication(string stage) => LeadingFrom(stage).FirstOrDefault(transition => transition.To == Published);

    /// <summary>Whether a step leads back.</summary>
    public bool IsBack(ReviewTransition transition) => transition.To != Published && PlaceOf(transition.To) < PlaceOf(transition.From);

    private int PlaceOf(string stage)
    {
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i].Name == stage)
                return i;
        }

        return int.MaxValue;
    }
}
