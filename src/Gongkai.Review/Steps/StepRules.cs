using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>Whether somebody may take a step.</summary>
/// <param name="InsteadOf">Taken as a deputy: the account of who is away; null for one's own right.</param>
/// <param name="Reason">Why not, for people; null when it may be taken.</param>
public sealed record StepRight(string? InsteadOf, Wording? Reason)
{
    /// <summary>Whether it may be taken.</summary>
    public bool IsAllowed => Reason is null;
}

/// <summary>Who may take a step: whoever has its role or acts for somebody who has it, and nobody who wrote what is reviewed.</summary>
/// <param name="people">The accounts.</param>
/// <param name="deputies">Who acts for whom.</param>
/// <param name="today">The day, in the site's time zone.</param>
/// <param name="roleLabel">What people call a role.</param>
public sealed class StepRules(ReviewPeople people, IReadOnlyList<Deputy> deputies, DateOnly today, Func<string, string> roleLabel)
{
    /// <summary>Whether somebody may take a step.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="transition">The step.</param>
    /// <param name="user">Who.</param>
    /// <param name="writers">The accounts that wrote what is reviewed, or edited it.</param>
    public StepRight Of(ReviewGraph graph, ReviewTransition transition, DeskUser user, IReadOnlyCollection<string> writers)
    {
        var hasRole = HasRole(user.Roles, transition.Role);
        var absent = AbsentFor(transition.Role, user.Name);
        if (!hasRole && absent.Count == 0)
            return new(null, $"这一步由“{roleLabel(transition.Role)}”办理，您没有这个角色，也没有代理有这个角色的人。");
        if (transition.From == graph.Initial.Name)
            return new(hasRole ? null : absent[0], null);
        if (writers.FirstOrDefault(writer => people.AreOnePerson(writer, user.Name)) is { } own)
        {
            return new(null, string.Equals(own, user.Name, StringComparison.OrdinalIgnoreCase)
                ? new("这份内容是您写的或者改过的，要由别人审核。")
                : new("这份内容由“{0}”（{1}）写过或改过，这个账户和您的账户是同一个人的（工号相同），要由别人审核。", people.LabelOf(own), own));
        }

        if (hasRole)
            return new(null, null);
        return absent.FirstOrDefault(name => !writers.Any(writer => people.AreOnePerson(writer, name))) is { } free
            ? new(free, null)
            : new(null, $"您代理的“{people.LabelOf(absent[0])}”写过或改过这份内容，不能由代理人替他审核，要由别人审核。");
    }

    /// <summary>Whether somebody has the right by their roles or as a deputy, whoever wrote.</summary>
    public bool HasRoleOrStandsIn(ReviewTransition transition, DeskUser user) => HasRole(user.Roles, transition.Role) || AbsentFor(transition.Role, user.Name).Count > 0;

    private List<string> AbsentFor(string role, string standIn) =>
    [
        .. deputies.Where(deputy => deputy.HoldsOn(today) && string.Equals(deputy.StandIn, standIn, StringComparison.OrdinalIgnoreCase)
            && people.Find(deputy.Absent) is { IsLocked: false } account && HasRole(account.Roles, role)).Select(deputy => deputy.Absent),
    ];

    private static bool HasRole(IEnumerable<string> roles, string role) => roles.Contains(role, StringComparer.OrdinalIgnoreCase);
}
