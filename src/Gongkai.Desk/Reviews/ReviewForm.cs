using Gongkai.Content;
using Gongkai.Review.Steps;

namespace Gongkai.Desk.Reviews;

/// <summary>The panel of a review with what was filled in and what was wrong with it.</summary>
/// <param name="Id">The item.</param>
/// <param name="Panel">Where it stands and what can be done.</param>
/// <param name="Remark">The remark as it was written.</param>
/// <param name="Mode">The mode as it was chosen, or as the item says.</param>
/// <param name="Ground">The ground as it was written, or as the item says.</param>
/// <param name="Faults">What was wrong.</param>
internal sealed record ReviewForm(string Id, ReviewPanel Panel, string Remark, string Mode, string Ground, IReadOnlyList<ValidationError> Faults)
{
    /// <summary>The steps that need the mode.</summary>
    public bool Decides => Panel.Proposed is not null && Panel.Choices.Any(choice => choice.Transition.DecidesMode);

    /// <summary>Its fields, as faults name them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["Mode", "Ground", "AheadReason", "Remark"];

    /// <summary>The item's type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The reason of an emergency release as it was written.</summary>
    public string AheadReason { get; init; } = "";

    /// <summary>Whether a policy could be published now, were it not for its interpretation.</summary>
    public bool AsksForAhead => Panel.MayGoAhead && Panel.PairFault is not null && Panel.Choices.Any(choice => choice.IsPublication);

    /// <summary>A form as it is first shown.</summary>
    public static ReviewForm Of(string id, ReviewPanel panel) => new(id, panel, "", panel.Proposed?.Mode ?? "", panel.Proposed?.Ground ?? "", []);

    /// <summary>The faults of a field.</summary>
    public IEnumerable<Wording> FaultsOf(string field) => Faults.Where(fault => fault.Path == field).Select(fault => fault.Wording);

    /// <summary>The faults of everything else, each with what people call its field.</summary>
    /// <param name="type">The item's type; null for one that there is no more.</param>
    public IEnumerable<Wording> OtherFaults(ResolvedType? type) => Faults.Where(fault => !Fields.Contains(fault.Path))
        .Select(fault => LabelOf(type, fault.Path) is { Length: > 0 } label && !fault.Message.StartsWith(label, StringComparison.Ordinal) ? new("{0}：{1}", label, fault.Wording) : fault.Wording);

    private static string LabelOf(ResolvedType? type, string path) => path.Split('.', '[') is [var part, var field, ..]
        ? type?.Parts.FirstOrDefault(one => one.Name == part)?.Fields.FirstOrDefault(one => one.Name == field)?.DisplayName ?? path : path;
}
