using Gongkai.Content;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Deputies;

/// <summary>Who may act for whom, and when.</summary>
public static class DeputyRules
{
    /// <summary>For so many days at most somebody can be away: for longer, give the role.</summary>
    public const int MostDays = 366;

    /// <summary>What is wrong with a deputy, with the place in the form; null when it can be stored.</summary>
    /// <param name="deputy">The deputy.</param>
    /// <param name="others">The ones that there are.</param>
    /// <param name="people">The accounts.</param>
    /// <param name="today">The day, in the site's time zone.</param>
    public static ValidationError? FaultOf(Deputy deputy, IReadOnlyList<Deputy> others, ReviewPeople people, DateOnly today)
    {
        if (people.Find(deputy.Absent) is not { IsLocked: false } absent)
            return new("Absent", $"没有账户“{ShortText.Of(deputy.Absent)}”，或者它已经锁定。请从列表里选。");
        if (people.Find(deputy.StandIn) is not { IsLocked: false } standIn)
            return new("StandIn", $"没有账户“{ShortText.Of(deputy.StandIn)}”，或者它已经锁定。请从列表里选。");
        if (people.AreOnePerson(absent.Name, standIn.Name))
            return new("StandIn", new("代理人要是另一个人。"));
        if (deputy.Until < deputy.From)
            return new("Until", new("结束日期早于开始日期，请改正。"));
        if (deputy.Until < today)
            return new("Until", new("结束日期已经过了，请改为今天或以后。"));
        if (deputy.Until.DayNumber - deputy.From.DayNumber >= MostDays)
            return new("Until", $"代理最长 {MostDays} 天。时间更长的，请给对方相应的角色。");
        return others.Any(other => other.Id != deputy.Id && Same(other.Absent, deputy.Absent) && Same(other.StandIn, deputy.StandIn) && other.From <= deputy.Until && deputy.From <= other.Until)
            ? new("From", new("这两个人在这段时间里已经设过代理，请先取消原来的。")) : null;
    }

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
