using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.InStep;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>A step as somebody is offered it.</summary>
/// <param name="Transition">The step.</param>
/// <param name="IsBack">Whether it leads back, and so needs a remark.</param>
/// <param name="IsPublication">Whether the item is published by it.</param>
/// <param name="InsteadOf">What people call whoever it is taken for; null for one's own right.</param>
public sealed record StepChoice(ReviewTransition Transition, bool IsBack, bool IsPublication, string? InsteadOf);

/// <summary>A step of the past, in words.</summary>
/// <param name="Step">The step.</param>
/// <param name="FromLabel">What people call the stage that was left.</param>
/// <param name="ToLabel">What people call the stage that it came to.</param>
/// <param name="InsteadOf">What people call whoever it was taken for; null for one's own right.</param>
/// <param name="Decided">What was decided; null for nothing.</param>
public sealed record PastStep(ReviewStep Step, Wording FromLabel, Wording ToLabel, string? InsteadOf, ModeDecision? Decided)
{
    /// <summary>What was remarked, or why something is owed.</summary>
    public Wording Remark => Step.Kind == ReviewStepKind.Owed ? OwedReasons.Read(Step.Remark) : Wording.AsWritten(Step.Remark);
}

/// <summary>What there is to know and to do about an item's review, for whoever is there.</summary>
public sealed record ReviewPanel
{
    /// <summary>The graph's name for people.</summary>
    public required string GraphLabel { get; init; }

    /// <summary>Why nothing can be done; null when the graph can be followed.</summary>
    public Wording? Fault { get; init; }

    /// <summary>The stage's name for people; empty with a <see cref="Fault"/>.</summary>
    public Wording StageLabel { get; init; } = Wording.AsWritten("");

    /// <summary>The names of all stages for people in their order, and publication.</summary>
    public IReadOnlyList<Wording> StageLabels { get; init; } = [];

    /// <summary>Until when the stage is to be done with; null when that is not said.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether that is over.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>What people call the roles that the item waits for.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>What may be done now.</summary>
    public IReadOnlyList<StepChoice> Choices { get; init; } = [];

    /// <summary>Why the next steps are not for whoever is there; empty when some are, or for whom they are plainly not meant.</summary>
    public IReadOnlyList<Wording> Reasons { get; init; } = [];

    /// <summary>What the item says of its mode; null for a type without one.</summary>
    public ModeDecision? Proposed { get; init; }

    /// <summary>The version that was looked at.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>How many steps there were.</summary>
    public int Count { get; init; }

    /// <summary>The other halves of a pair that becomes public together; empty for an item that goes by itself.</summary>
    public IReadOnlyList<PairHalf> Halves { get; init; } = [];

    /// <summary>Why it could not be published now, as far as the other half goes; null when it could, or when there is no draft.</summary>
    public Wording? PairFault { get; init; }

    /// <summary>Whether it can be published ahead of its other half, for a reason.</summary>
    public bool MayGoAhead { get; init; }

    /// <summary>What was done so far, the newest first.</summary>
    public IReadOnlyList<PastStep> Past { get; init; } = [];
}

/// <summary>A step that somebody wants to take.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Transition">The step's name.</param>
/// <param name="VersionId">The version that was seen.</param>
/// <param name="SeenSteps">How many steps were seen.</param>
/// <param name="Remark">What is remarked.</param>
/// <param name="Decision">The mode that is decided; null for none.</param>
/// <param name="AheadReason">Why a policy is published ahead of its interpretation; empty when it is not.</param>
public sealed record StepCommand(string ContentItemId, string Transition, string VersionId, int SeenSteps, string Remark, ModeDecision? Decision, string AheadReason = "");

/// <summary>What came of it.</summary>
/// <param name="Faults">Why it was not taken, each with the place in the form (<c>Remark</c>, <c>Mode</c>, <c>Ground</c>, <c>AheadReason</c>) or in the item; empty when it was.</param>
/// <param name="StageLabel">What people call the stage that the item came to.</param>
public sealed record StepOutcome(IReadOnlyList<ValidationError> Faults, Wording StageLabel)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsDone => Faults.Count == 0;
}
