using Gongkai.Content;
using Gongkai.Review.Standing;

namespace Gongkai.Review.InStep;

/// <summary>What a review asks of the plan before an item goes on.</summary>
public sealed class PlanCheck(Pairs pairs)
{
    /// <summary>What is wrong; empty when it may go on.</summary>
    /// <param name="item">The item as it goes on.</param>
    /// <param name="isSubmission">Whether it is handed in.</param>
    /// <param name="people">The accounts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ValidationError>> FaultsOfAsync(ContentItem item, bool isSubmission, ReviewPeople people, CancellationToken cancellationToken)
    {
        if (pairs.IsPolicy(item))
            return PlanRules.FaultsOf(InterpretationPlan.Of(item), NamesOf(item, people));
        if (!isSubmission || !Pairs.IsInterpretation(item))
            return [];
        return [.. (await pairs.OthersAsync(item, null, cancellationToken)).Where(policy => policy.Standing != HalfStanding.Public)
            .Select(policy => PlanRules.FaultOfDrafter(InterpretationPlan.Of(policy.Item), policy.Title, people.AreOnePerson(item.Owner, policy.Item.Owner)))
            .OfType<Wording>().Select(fault => new ValidationError("", fault))];
    }

    /// <summary>The names of whoever drafted an item: the account's, and what people call it.</summary>
    internal static IReadOnlyCollection<string> NamesOf(ContentItem item, ReviewPeople people) => [.. new[] { people.LabelOf(item.Owner), item.Owner }.Distinct(StringComparer.Ordinal)];
}
